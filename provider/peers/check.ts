/** What of a `package.json` counts here. */
export interface Manifest {
    version?: string;
    peerDependencies?: Record<string, string>;
}

/** How the manifest of each package is read that this library imports. */
type Manifests = Record<string, () => Manifest>;

/**
 * Throws where a package that the library imports is missing or has a version outside its range. All are optional peers, which
 * no package manager installs by itself: `aurora-s3-access/policy` and the plugin need none of them, and they are large.
 */
export function requirePeers(ranges: Record<string, string>, manifests: Manifests): void {
    for (const [name, read] of Object.entries(manifests)) {
        const range = ranges[name]!;
        const version = versionOf(read);
        if (version === undefined || (version !== missing && isIn(range, version))) continue;
        const found = version === missing ? "which is not installed" : `but version ${version} is installed`;
        throw new Error(
            `aurora-s3-access requires ${name} ${range}, ${found}. Run: npm install ${name}@${newest(range)}`,
        );
    }
}

const missing = Symbol("missing");

/** The version, or nothing where it cannot be read: the import of the package itself tells better why. */
function versionOf(read: () => Manifest): string | typeof missing | undefined {
    try {
        return read().version;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND" ? missing : undefined;
    }
}

const byNumber = new Intl.Collator("en", { numeric: true });

/** Whether the version is in a range as package.json has it: `>=7.10.0 <8`. */
function isIn(range: string, version: string): boolean {
    const [, from, below] = bounds(range);
    return byNumber.compare(version, from!) >= 0 && byNumber.compare(version, below!) < 0;
}

/** The newest major version in the range, for package managers: `7`. */
const newest = (range: string) => Number(bounds(range)[2]) - 1;

const bounds = (range: string) => /^>=(\S+) <(\d+)$/.exec(range)!;

/** What to tell where the program has another version of `@pulumi/aws` than the library, and so another provider. */
export function twoAwsProviders(
    library: { version?: string; folder: string },
    program: { version?: string },
): string | undefined {
    if (library.version === program.version) return undefined;
    return (
        `aurora-s3-access uses version ${library.version} of @pulumi/aws, in ${library.folder}, but the program uses ` +
        `version ${program.version}: the stack has two AWS providers. If the package is installed from a folder, install ` +
        `it with "npm install --install-links <folder>".`
    );
}
