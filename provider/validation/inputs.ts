import { engines } from "../engine";
import { rolePlans } from "../plan/rolePlan";
import { everyBucket } from "../policy/arn";
import {
    every,
    isObject,
    list,
    map,
    mistake,
    object,
    plainEnum,
    plainFlag,
    plainList,
    plainObject,
    plainText,
    text,
    type Check,
    type Mistake,
} from "./check";
import { accessShapeOf } from "./access";
import { clusterTwice, parameterTwice } from "./clusters";
import * as iam from "./iam";
import { keyArn } from "./kms";
import { mixedPartitions } from "./partitions";
import * as rds from "./rds";
import { bucket, objectPattern } from "./s3";
import { shapeMistakes } from "./shape";
import { policiesTooLarge } from "./size";
import { togetherMistakes } from "./together";

const s3Location = every(
    plainObject(
        { bucket: text(bucket) },
        { objects: plainList(plainText(objectPattern)), kmsKeyArn: text(keyArn) },
    ),
    objectsOfEveryBucket,
);

const clusterParameterGroup = plainObject(
    {},
    {
        family: text(...rds.family),
        name: text(...rds.parameterGroupName),
        description: text(...rds.parameterGroupDescription),
        parameters: every(
            list(
                object(
                    { name: text(...rds.parameterName), value: text() },
                    { applyMethod: text(rds.applyMethod) },
                ),
            ),
            parameterTwice,
        ),
    },
);

const cluster = plainObject(
    { clusterIdentifier: text(...rds.clusterIdentifier) },
    { name: plainText(...rds.clusterName) },
);

/** The checks of the inputs, each for itself; some depend on what else there is. */
function checks(all: Record<string, unknown>): Record<string, Check> {
    const { engine = "aurora-mysql" } = all;
    const rules = Object.entries(engines).find(([name]) => name === engine)?.[1];
    const shape = accessShapeOf(all);
    const plans = shape === undefined ? [] : rolePlans(shape);
    const endingOf = (purpose: string) =>
        plans
            .flatMap(({ policies }) => policies.filter((policy) => policy.purpose === purpose))
            .reduce((longest, { ending }) => (ending.length > longest.length ? ending : longest), "");
    return {
        importFrom: plainList(s3Location),
        exportTo: plainList(s3Location),
        predefinedPolicy: plainEnum(["AmazonS3ReadOnlyAccess", "AmazonS3FullAccess"]),
        kmsKeys: plainList(plainObject({ keyArn: text(keyArn) }, { forExport: plainFlag })),
        clusters: every(plainList(cluster), clusterTwice),
        engine: plainEnum(Object.keys(engines)),
        engineVersion: text(...(rules ? [rules.versionMistake] : [])),
        clusterParameterGroup,
        existingRoleArn: text(...iam.roleArn),
        importPolicyName: text(...iam.policyNameBefore(endingOf("import"))),
        importPolicyDescription: text(...iam.policyDescription),
        exportPolicyName: text(...iam.policyNameBefore(endingOf("export"))),
        exportPolicyDescription: text(...iam.policyDescription),
        kmsPolicyName: text(...iam.policyNameBefore(endingOf("kms"))),
        kmsPolicyDescription: text(...iam.policyDescription),
        roleName: text(...iam.roleNameBefore(rules?.featureNames === undefined ? "" : "-import")),
        roleDescription: text(...iam.roleDescription),
        path: text(...iam.path),
        permissionsBoundary: text(...iam.permissionsBoundary),
        tags: map(text(...iam.tagKey), text(...iam.tagValue)),
        sourceAccount: text(...iam.accountId),
        sourceArns: list(text(...rds.sourceArn)),
        unconditionalTrust: plainFlag,
    };
}

/**
 * Everything that is wrong with the inputs of an `AuroraS3Access`; nothing where they are right. What is known only
 * later stands as `later`.
 */
export function findMistakes(given: Record<string, unknown>): Mistake[] {
    return [...shapeMistakes(given), ...valueMistakesAmong(given)(given)];
}

/** Finds what is wrong with the values of some inputs among `all`, for which it is prepared once. */
export function valueMistakesAmong(
    all: Record<string, unknown>,
): (given: Record<string, unknown>) => Mistake[] {
    const check = object({}, checks(all));
    return (given) => [
        ...check(given, ""),
        ...mixedPartitions(given),
        ...policiesTooLarge(given, all.engine),
        ...togetherMistakes(given),
    ];
}

/** IAM's `*` goes across slashes: with `*` as the bucket, incoming/* would also reach bucket/any/incoming/. */
function objectsOfEveryBucket(value: unknown, path: string): Mistake[] {
    if (!isObject(value) || value.bucket !== everyBucket || value.objects === undefined) return [];
    return mistake(
        `${path}.objects`,
        "is given for every bucket, but IAM would grant more than these objects: leave it out, or name the buckets",
    );
}
