import type { Manager } from "./managers";

export interface Install {
    manager: Manager;
    /** The file that `npm pack` makes, the folder of a checkout in which `npm ci` has run, or a Git repository. */
    from: "tarball" | "folder" | "repository";
    /** What the package manager adds. */
    spec: (source: string) => string[];
}

/**
 * Without Yarn from a folder, of which it takes all files, and Yarn 1 from a repository, of which it reads no lock file but its
 * own, so that the package does not build.
 */
export const installs: readonly Install[] = [
    { manager: "npm", from: "tarball", spec: (file) => [file] },
    { manager: "pnpm", from: "tarball", spec: (file) => [file] },
    { manager: "Yarn 1", from: "tarball", spec: (file) => [`aurora-s3-access@file:${file}`] },
    { manager: "Yarn 4", from: "tarball", spec: (file) => [`aurora-s3-access@file:${file}`] },
    { manager: "npm", from: "folder", spec: (folder) => ["--install-links", folder] },
    { manager: "pnpm", from: "folder", spec: (folder) => [`file:${folder}`] },
    { manager: "npm", from: "repository", spec: (url) => [`git+${url}`] },
    { manager: "pnpm", from: "repository", spec: (url) => [`git+${url}`] },
    { manager: "Yarn 4", from: "repository", spec: (url) => [`aurora-s3-access@${url}`] },
];
