import { awsSdkVersion, manifest } from "../../project";

/** What the interfaces do not say of the package. */
export const overlay = {
    displayName: "Aurora S3 Access",
    keywords: manifest.keywords,
    license: manifest.license,
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
            importBasePath: "aurora-s3-access/sdk/go/auroras3access",
            generateResourceContainerTypes: true,
            respectSchemaVersion: true,
        },
        csharp: { respectSchemaVersion: true },
    },
};
