import { identity } from "../../identity";
import { awsSdkVersion, manifest } from "../../project";

const { repository } = identity;

/** What the interfaces do not say of the package. */
export const overlay = {
    displayName: "Aurora S3 Access",
    keywords: manifest.keywords,
    license: manifest.license,
    ...(repository && {
        publisher: repository.organization,
        repository: repository.url,
        homepage: repository.homepage,
        pluginDownloadURL: repository.pluginDownloadURL,
        logoUrl: repository.raw("docs/pictures/logo.png"),
    }),
    // The plugin's children are resources of this version.
    dependencies: [{ name: "aws", version: awsSdkVersion }],
    language: {
        nodejs: {
            packageName: "aurora-s3-access-sdk",
            packageDescription: manifest.description,
            respectSchemaVersion: true,
        },
        python: {
            respectSchemaVersion: true,
            pyproject: { enabled: true },
            requires: { pulumi: ">=3.165.0,<4.0.0" },
        },
        go: {
            importBasePath: `${identity.goModule}/auroras3access`,
            generateResourceContainerTypes: true,
            respectSchemaVersion: true,
        },
        java: { basePackage: identity.javaBasePackage },
        csharp: {
            rootNamespace: identity.csharpNamespace,
            namespaces: { [manifest.name]: "AuroraS3Access" },
            packageReferences: { Pulumi: "3.*" },
            respectSchemaVersion: true,
        },
    },
};
