import { s3PolicyDocument, splitLocations } from "../../provider/core";

/** How long it takes to create the documents of so many locations: of 10,000 in all, so that the clock is precise enough. */
function millisecondsOf(n: number): number {
    // Each is read once, or else few would be in the cache of the processor and many not.
    const lists = Array.from({ length: 10_000 / n }, () => locations(n));
    const start = performance.now();
    for (const list of lists) create(list);
    return (performance.now() - start) / lists.length;
}

const locations = (n: number) =>
    Array.from({ length: n }, (_, i) => ({
        bucket: `raw-${i}`,
        objects: [`${i}/*`],
        kmsKeyArn: `arn:aws:kms:us-east-1:123456789012:key/${i}`,
    }));

const create = (list: ReturnType<typeof locations>) =>
    splitLocations("aurora-mysql", "import", list).map((pieces) =>
        JSON.stringify(
            s3PolicyDocument(
                "aurora-mysql",
                "import",
                pieces.map(({ location: { bucket, kmsKeyArn }, objects }) => ({
                    bucket,
                    kmsKeyArn,
                    objects,
                })),
                "aws",
            ),
        ),
    );

process.on("message", (n: number) => process.send!(millisecondsOf(n)));
