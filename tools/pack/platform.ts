const systems: Partial<Record<NodeJS.Platform, string>> = {
    linux: "linux",
    darwin: "darwin",
    win32: "windows",
};
const architectures: Partial<Record<NodeJS.Architecture, string>> = { x64: "amd64", arm64: "arm64" };

/** This machine, as Pulumi names it in the names of plugins: `linux-amd64`. */
export function pulumiPlatform(): string {
    const system = systems[process.platform];
    const architecture = architectures[process.arch];
    if (!system || !architecture) {
        const known = "Linux, macOS and Windows on x64 and arm64";
        throw new Error(
            `Pulumi has no plugins for ${process.platform} on ${process.arch}, only for ${known}.`,
        );
    }
    return `${system}-${architecture}`;
}
