const arn = (i: number) => `arn:aws:kms:us-east-1:123456789012:key/${i}`;
const importFrom = [{ bucket: "raw" }];
const list = <T>(length: number, item: (i: number) => T) => Array.from({ length }, (_, i) => item(i));
const map = (length: number, key: (i: number) => string) =>
    Object.fromEntries(list(length, (i) => [key(i), "x"]));
const megabyte = (part: string) => part.repeat(Math.ceil(1_000_000 / part.length));

/** Large inputs, right and wrong. */
export const largeInputs = {
    locations: {
        importFrom: list(10_000, (i) => ({ bucket: `raw-${i}`, objects: [`${i}/*`], kmsKeyArn: arn(i) })),
    },
    clusters: { importFrom, clusters: list(8000, (i) => ({ clusterIdentifier: `c${i}`, name: `n${i}` })) },
    string: { importFrom: [{ bucket: megabyte(".s3.") }] },
    invalidLocations: {
        importFrom: list(12_000, (i) => ({ bucket: `Raw ${i}`, objects: ["s3://"], kmsKeyArn: "key" })),
    },
    invalidTags: { importFrom, tags: map(60_000, (i) => `key ${i};`) },
    unknownProperties: { importFrom, ...map(60_000, (i) => `importFr${i}`) },
    emptyObjects: { importFrom: list(300_000, () => ({})) },
};
