/** A lock file of npm, as far as it says where packages come from. */
export interface Lock {
    lockfileVersion?: number;
    packages: Record<string, LockedPackage>;
}

interface LockedPackage {
    name?: string;
    version?: string;
    resolved?: string;
    integrity?: string;
    link?: boolean;
    inBundle?: boolean;
    hasInstallScript?: boolean;
}

export interface Manifest {
    scripts?: Record<string, string>;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
    optionalDependencies?: Record<string, string>;
}

/** The packages of a lock file, without the project itself, by name. */
export const lockedPackages = ({ packages }: Lock) =>
    Object.entries(packages)
        .filter(([path]) => path !== "")
        .map(([path, locked]) => ({
            name: path.slice(path.lastIndexOf("node_modules/") + 13),
            ...locked,
            path,
        }));

/**
 * What in a lock file is not a package of the registry with the hash of its contents. The setting `omit-lockfile-registry-resolved`
 * leaves out the addresses of such packages, so an address stands for another origin.
 */
export function problemsOfLock(lock: Lock): string[] {
    const version = lock.lockfileVersion === 3 ? [] : ["is not of version 3"];
    return [...version, ...lockedPackages(lock).flatMap((locked) => problemsOf(locked))];
}

function problemsOf(locked: LockedPackage & { path: string }): string[] {
    const { path, version, integrity, inBundle } = locked;
    const problems = [
        locked.link && "is a link",
        locked.resolved !== undefined && `comes from ${locked.resolved}`,
        !isExact(version ?? "") && `has the version ${version}`,
        // What a package brings with it has the hash of that package.
        !inBundle && !/^sha512-[\w+/]{86}==$/.test(integrity ?? "") && "has no SHA-512 hash",
    ];
    return problems.filter((problem) => typeof problem === "string").map((problem) => `${path} ${problem}`);
}

/** The packages that are installed under another name. */
export const aliases = (lock: Lock) =>
    lockedPackages(lock)
        .filter(({ path, name }) => !path.endsWith(`node_modules/${name}`))
        .map(({ path, name }) => `${path} is ${name}`);

const isExact = (version: string) => /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version);

const dependenciesOf = ({ dependencies, devDependencies, optionalDependencies }: Manifest) =>
    Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });

/** The dependencies of a manifest that are not one exact version. */
export const inexact = (manifest: Manifest) =>
    dependenciesOf(manifest).filter(([, version]) => !isExact(version));

/** The dependencies of a manifest that do not come from the registry. */
export const fromElsewhere = (manifest: Manifest) =>
    dependenciesOf(manifest).filter(([, version]) => !/^[\^~]?\d[\w.-]*$/.test(version));
