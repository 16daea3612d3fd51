/** How many random configurations a property is tried with. */
export const numRuns = Number(process.env.NUM_RUNS ?? 200);
