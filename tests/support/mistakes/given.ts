export const importFrom = [{ bucket: "raw" }];
export const postgresql = { engine: "aurora-postgresql", importFrom };
export const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
export const role = "arn:aws:iam::123456789012:role/aurora";
export const location = (bucket: unknown, more = {}) => ({ importFrom: [{ bucket, ...more }] });
export const group = (...parameters: object[]) => ({
    importFrom,
    clusterParameterGroup: { family: "aurora-mysql8.0", parameters },
});

/** Where a value that is not there may have been lost. */
export const whereFrom =
    "If it comes from a stack output, check that the output exists; in unit tests, check the mocks; with --target, " +
    "target the resource that provides it.";
export const noValue = `must be set, but received no value. ${whereFrom}`;
