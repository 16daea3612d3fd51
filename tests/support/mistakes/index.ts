import { clusters } from "./clusters";
import { clusterNames } from "./clusterNames";
import { existingRole } from "./existingRole";
import { exports } from "./exports";
import { findings } from "./findings";
import { iam } from "./iam";
import { kms } from "./kms";
import { parameterGroup } from "./parameterGroup";
import { partitionMistakes } from "./partitions";
import { regions } from "./regions";
import { s3 } from "./s3";
import { shape } from "./shape";
import { together } from "./together";
import { trust } from "./trust";
import type { Mistake } from "./mistake";

/** Every mistake that is rejected by itself. */
export const mistakes: Mistake[] = [
    ...together,
    ...shape,
    ...s3,
    ...exports,
    ...kms,
    ...clusters,
    ...clusterNames,
    ...regions,
    ...iam,
    ...parameterGroup,
    ...existingRole,
    ...partitionMistakes,
    ...trust,
    ...findings,
];
