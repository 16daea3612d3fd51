import { engines } from "../engine";
import { everyBucket } from "../policy/arn";
import {
    all,
    isObject,
    list,
    map,
    mistake,
    object,
    plainEnum,
    plainFlag,
    plainList,
    plainObject,
    text,
    type Check,
    type Mistake,
} from "./check";
import { clusterTwice } from "./clusters";
import * as iam from "./iam";
import { keyArn } from "./kms";
import { mixedPartitions } from "./partitions";
import * as rds from "./rds";
import { bucket, objectPattern } from "./s3";
import { shapeMistakes } from "./shape";
import { policiesTooLarge } from "./size";

const s3Location = all(
    plainObject(
        { bucket: text(bucket) },
        { objects: plainList(text(objectPattern)), kmsKeyArn: text(keyArn) },
    ),
    objectsOfEveryBucket,
);

const cluster = plainObject(
    { clusterIdentifier: text(...rds.clusterIdentifier) },
    { name: text(...rds.clusterName) },
);

const parameter = object(
    { name: text(...rds.parameterName), value: text() },
    { applyMethod: text(rds.applyMethod) },
);

const inputs: Record<string, Check> = {
    importFrom: plainList(s3Location),
    exportTo: plainList(s3Location),
    predefinedPolicy: plainEnum(["AmazonS3ReadOnlyAccess", "AmazonS3FullAccess"]),
    kmsKeys: plainList(plainObject({ keyArn: text(keyArn) }, { forExport: plainFlag })),
    clusters: all(plainList(cluster), clusterTwice),
    engine: plainEnum(Object.keys(engines)),
    engineVersion: text(),
    clusterParameterGroup: plainObject(
        {},
        {
            family: text(...rds.family),
            name: text(...rds.parameterGroupName),
            description: text(...rds.parameterGroupDescription),
            parameters: list(parameter),
        },
    ),
    existingRoleArn: text(...iam.roleArn),
    importPolicyName: text(...iam.policyName),
    importPolicyDescription: text(...iam.description),
    exportPolicyName: text(...iam.policyName),
    exportPolicyDescription: text(...iam.description),
    kmsPolicyName: text(...iam.policyName),
    kmsPolicyDescription: text(...iam.description),
    roleName: text(...iam.roleNameBefore(0)),
    roleDescription: text(...iam.description),
    path: text(...iam.path),
    permissionsBoundary: text(...iam.permissionsBoundary),
    tags: map(text(...iam.tagKey), text(...iam.tagValue)),
    sourceAccount: text(...iam.accountId),
    sourceArns: list(text(...rds.sourceArn)),
    unconditionalTrust: plainFlag,
};

/**
 * Everything that is wrong with the inputs of an `AuroraS3Access`; nothing where they are right. What is known only
 * later stands as `later`.
 */
export function findMistakes(given: Record<string, unknown>): Mistake[] {
    return [...shapeMistakes(given), ...valueMistakes(given)];
}

/** What is wrong with the values of the given inputs, whichever they are, for an engine. */
export function valueMistakes(given: Record<string, unknown>, engine: unknown = given.engine): Mistake[] {
    return [
        ...object({}, { ...inputs, ...ofEngine(engine) })(given, ""),
        ...mixedPartitions(given),
        ...policiesTooLarge(given, engine),
    ];
}

/** The checks that differ between the engines. */
function ofEngine(engine: unknown = "aurora-mysql"): Record<string, Check> {
    const rules = Object.entries(engines).find(([name]) => name === engine)?.[1];
    if (rules === undefined) return {};
    // Where each direction has a role, -import and -export follow the name.
    const ending = rules.featureNames === undefined ? 0 : "-import".length;
    return {
        engineVersion: text(rules.versionMistake),
        roleName: text(...iam.roleNameBefore(ending)),
    };
}

/** IAM's `*` goes across slashes: with `*` as the bucket, incoming/* would also reach bucket/any/incoming/. */
function objectsOfEveryBucket(value: unknown, path: string): Mistake[] {
    if (!isObject(value) || value.bucket !== everyBucket || value.objects === undefined) return [];
    return mistake(
        `${path}.objects`,
        "is given for every bucket, but IAM would grant more than these objects: leave it out, or name the buckets",
    );
}
