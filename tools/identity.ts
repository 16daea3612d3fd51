import HostedGitInfo from "hosted-git-info";
import { manifest } from "./project";

/** Where the package is at home, and so what it is called in each language. */
export interface Identity {
    /** Missing while the package has no repository, and so cannot be published. */
    readonly repository?: Repository;
    readonly goModule: string;
    readonly javaGroup: string;
    /** The Java package above that of the component. */
    readonly javaBasePackage: string;
    /** The .NET namespace above that of the component. */
    readonly csharpNamespace: string;
}

export interface Repository {
    readonly organization: string;
    readonly url: string;
    readonly homepage: string;
    readonly issues: string;
    readonly git: string;
    /** Where Pulumi downloads the plugin from. */
    readonly pluginDownloadURL: string;
    /** Where a file of this version of the package can be seen, and where it can be downloaded. */
    page(path: string): string;
    raw(path: string): string;
}

/** Names that can never be somebody's, for as long as there is no repository. */
const unpublished: Identity = {
    goModule: `${manifest.name}.invalid/sdk/go`,
    javaGroup: "invalid",
    javaBasePackage: "invalid",
    csharpNamespace: "Pulumi",
};

/** The identity of a package whose manifest has this `repository`. */
export function identityOf(repository: string | { url: string } | undefined, version: string): Identity {
    if (repository === undefined) return unpublished;
    const url = typeof repository === "string" ? repository : repository.url;
    const info = HostedGitInfo.fromUrl(url);
    if (info?.type !== "github") {
        throw new Error(
            `"repository" in package.json is ${JSON.stringify(url)}, but must be a repository on GitHub: ` +
                `its releases are where Pulumi downloads the plugin from.`,
        );
    }
    const { user: organization, project: name } = info;
    const tag = `v${version}`;
    return {
        repository: {
            organization,
            url: `https://github.com/${organization}/${name}`,
            homepage: `https://github.com/${organization}/${name}#readme`,
            issues: `https://github.com/${organization}/${name}/issues`,
            git: `git@github.com:${organization}/${name}.git`,
            pluginDownloadURL: `github://api.github.com/${organization}/${name}`,
            page: (path) => `https://github.com/${organization}/${name}/blob/${tag}/${path}`,
            raw: (path) => `https://raw.githubusercontent.com/${organization}/${name}/${tag}/${path}`,
        },
        goModule: `github.com/${organization}/${name}/sdk/go`,
        javaGroup: `io.github.${organization.toLowerCase()}`,
        javaBasePackage: `io.github.${identifier(organization.toLowerCase().replaceAll("-", "_"))}`,
        csharpNamespace: identifier(organization.split("-").map(capitalized).join("")),
    };
}

/** Names of organizations may begin with a digit, those in programs may not. */
const identifier = (name: string) => (/^\d/.test(name) ? `_${name}` : name);

const capitalized = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export const identity = identityOf(manifest.repository, manifest.version);
