import type { documentSizes, previewSizes, upSizes } from "./tables";

/** How often each is measured: what is long, less often. Three is the least that says something. */
export const rounds = {
    start: 15,
    stockHost: 5,
    yaml: 9,
    preview: { 1: 9, 100: 6, 300: 3, 1000: 3 } satisfies Record<(typeof previewSizes)[number], number>,
    previewOfOutputs: 4,
    up: { 1: 5, 25: 3, 100: 3 } satisfies Record<(typeof upSizes)[number], number>,
    documents: { 10: 15, 100: 15, 1000: 15, 10_000: 15 } satisfies Record<
        (typeof documentSizes)[number],
        number
    >,
    judging: 15,
    require: 15,
    memory: 2,
    cdk: 5,
};
