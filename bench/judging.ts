import { findMistakes } from "../provider/validation/findMistakes";
import { interleaved } from "./interleaved";
import type { Section } from "./table";

const arn = (i: number) => `arn:aws:kms:us-east-1:123456789012:key/${i}`;
const importFrom = [{ bucket: "raw" }];
const list = <T>(length: number, item: (i: number) => T) => Array.from({ length }, (_, i) => item(i));
const map = (length: number, key: (i: number) => string) =>
    Object.fromEntries(list(length, (i) => [key(i), "x"]));
const megabyte = (part: string) => part.repeat(Math.ceil(1_000_000 / part.length));

/** Large inputs, right and wrong, and in how many milliseconds they are to be judged. */
const inputs: Record<string, { given: Record<string, unknown>; goal: number }> = {
    "10,000 locations with patterns and keys": {
        given: {
            importFrom: list(10_000, (i) => ({ bucket: `raw-${i}`, objects: [`${i}/*`], kmsKeyArn: arn(i) })),
        },
        goal: 100,
    },
    "8,000 clusters": {
        given: { importFrom, clusters: list(8000, (i) => ({ clusterIdentifier: `c${i}`, name: `n${i}` })) },
        goal: 100,
    },
    "1 MB in one string": { given: { importFrom: [{ bucket: megabyte(".s3.") }] }, goal: 200 },
    "1 MB of invalid locations": {
        given: {
            importFrom: list(12_000, (i) => ({ bucket: `Raw ${i}`, objects: ["s3://"], kmsKeyArn: "key" })),
        },
        goal: 200,
    },
    "1 MB of invalid tags": { given: { importFrom, tags: map(60_000, (i) => `key ${i};`) }, goal: 200 },
    "1 MB of unknown properties": { given: { importFrom, ...map(60_000, (i) => `importFr${i}`) }, goal: 200 },
    "1 MB of empty objects": { given: { importFrom: list(300_000, () => ({})) }, goal: 200 },
};

/** Judging inputs, in this process. */
export async function judging(rounds: number): Promise<Section> {
    const measurements = Object.entries(inputs).map(([label, { given }]) => {
        const measure = () => {
            const start = performance.now();
            findMistakes(given);
            return Promise.resolve({ milliseconds: performance.now() - start });
        };
        return [label, measure] as const;
    });
    const times = await interleaved(rounds, Object.fromEntries(measurements));
    return {
        title: "judging inputs",
        rows: Object.entries(inputs).map(([label, { goal }]) => {
            const { milliseconds } = times[label]!;
            const verdict = milliseconds <= goal ? "reached" : "MISSED";
            return { label, value: `${milliseconds.toFixed(0)} ms`, goal: `at most ${goal} ms: ${verdict}` };
        }),
    };
}
