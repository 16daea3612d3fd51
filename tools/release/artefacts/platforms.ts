import type { Release } from "../release";

/** What Pulumi downloads plugins for; the names are those of Go. */
export const platforms = ["linux", "darwin", "windows"].flatMap((system) =>
    ["amd64", "arm64"].map((architecture) => `${system}-${architecture}`),
);

export const isWindows = (platform: string) => platform.startsWith("windows-");

/** What starts the plugin on this platform: the file that the engine looks for in the folder of a plugin. */
export const launcherOf = ({ name }: Pick<Release, "name">, platform: string) =>
    `pulumi-resource-${name}${isWindows(platform) ? ".cmd" : ""}`;
