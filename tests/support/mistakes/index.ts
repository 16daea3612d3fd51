import { clusters } from "./clusters";
import { clusterNames } from "./clusterNames";
import { existingRole } from "./existingRole";
import { findings } from "./findings";
import { iam } from "./iam";
import { kms } from "./kms";
import { parameterGroup } from "./parameterGroup";
import { regions } from "./regions";
import { s3 } from "./s3";
import { shape } from "./shape";
import { together } from "./together";
import type { Mistake } from "./mistake";

/** Every mistake that is rejected by itself. */
export const mistakes: Mistake[] = [
    ...together,
    ...shape,
    ...s3,
    ...kms,
    ...clusters,
    ...clusterNames,
    ...regions,
    ...iam,
    ...parameterGroup,
    ...existingRole,
    ...findings,
];
