import type { previewSizes, unsavedSizes, upSizes } from "./tables";

/**
 * How often a run measures each, so that a whole run takes less than 20 minutes. What takes minutes is measured once: the rounds of
 * several runs count together.
 */
export const rounds = {
    start: 10,
    stockHost: 3,
    yaml: 6,
    preview: { 1: 4, 100: 2, 300: 1, 1000: 1 } satisfies Record<(typeof previewSizes)[number], number>,
    previewOfOutputs: 2,
    up: { 1: 3, 25: 2, 100: 1 } satisfies Record<(typeof upSizes)[number], number>,
    checkpoints: { 1: 2, 50: 1, 100: 1 } satisfies Record<(typeof unsavedSizes)[number], number>,
    documents: 100,
    judging: 15,
    require: 10,
    memory: 1,
    cdk: 3,
};
