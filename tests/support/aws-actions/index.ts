import { kmsActions } from "./kms";
import { s3Actions } from "./s3";

export { kmsActions, s3Actions };

/** Every action that S3 and KMS have. */
export const everyAction: readonly string[] = [
    ...Object.values(s3Actions),
    ...Object.values(kmsActions),
].flat();
