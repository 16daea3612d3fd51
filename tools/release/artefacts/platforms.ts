/** What Pulumi downloads plugins for; the names are those of Go. */
export const platforms = ["linux", "darwin", "windows"].flatMap((system) =>
    ["amd64", "arm64"].map((architecture) => `${system}-${architecture}`),
);

export const isWindows = (platform: string) => platform.startsWith("windows-");
