/** How many random configurations a property is tried with. */
export const numRuns = Number(process.env.NUM_RUNS ?? 200);

/** How many of them are deployed, and how many pairs of them, the one in place of the other. */
export const numDeployed = Number(process.env.NUM_DEPLOYED ?? 50);
export const numEdits = Number(process.env.NUM_EDITS ?? 25);

/**
 * What random deployments start from: the same in every run, so that no change fails for a combination that it has nothing to do
 * with. Other seeds look further: `SEED=$RANDOM`.
 */
export const seed = Number(process.env.SEED ?? 1);

/** The only one of them, by its number, for a look at it alone. */
export const only = process.env.ONLY === undefined ? undefined : Number(process.env.ONLY);
