/** The name under which Pulumi looks for the plugin among the files of a release on GitHub. */
export const archiveName = ({ name, version }: { name: string; version: string }, platform: string) =>
    `pulumi-resource-${name}-v${version}-${platform}.tar.gz`;

/** The time that npm gives to the files that it packs; the others get it too, so that the same files give the same bytes. */
export const packedAt = new Date("1985-10-26T08:15:00Z");
