import { everyBucket, partitionOf } from "../policy/arn";
import { policiesOnRole, policyCount, rolePlans, type AccessShape } from "../plan/rolePlan";
import type { Location } from "../policy/s3Policy";
import { trustPolicyDocument } from "../policy/trustPolicy";
import { mistake, shown, type Mistake } from "./check";
import { isOldBucketName } from "./s3";

/** Inputs without mistakes, as far as they are known. */
export interface KnownInputs {
    readonly importFrom?: readonly Location[] | undefined;
    readonly exportTo?: readonly Location[] | undefined;
    readonly engineVersion?: string | undefined;
    readonly sourceArns?: readonly string[] | undefined;
}

/** What is allowed but likely wrong in values, in the partition of the provider and beside inputs of this shape. */
export function valueWarnings(given: KnownInputs, shape: AccessShape, partition: string): Mistake[] {
    return [
        ...locationWarnings(given.importFrom, "importFrom", partition),
        ...locationWarnings(given.exportTo, "exportTo", partition),
        ...keyWarnings(given.engineVersion, shape),
        ...trustWarnings(given.sourceArns),
    ];
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const trustCharacters = 2048;

/** More policies than a role has by the default quota, which can be raised. */
export function shapeWarnings(shape: AccessShape): Mistake[] {
    return rolePlans(shape)
        .map(policyCount)
        .filter((count) => count > policiesOnRole)
        .flatMap((count) =>
            mistake(
                shape.importFrom === undefined ? "exportTo" : "importFrom",
                `takes a role with ${count} policies, but by default IAM has a quota of ${policiesOnRole}: have it raised, or write several AuroraS3Access`,
            ),
        );
}

function locationWarnings(locations: readonly Location[] = [], input: string, partition: string): Mistake[] {
    return locations.flatMap(({ bucket, objects = [] }, i) => [
        ...bucketWarnings(bucket, `${input}[${i}].bucket`, partition),
        ...objects.flatMap((pattern, j) => patternWarnings(pattern, `${input}[${i}].objects[${j}]`)),
    ]);
}

function bucketWarnings(bucket: string, path: string, partition: string): Mistake[] {
    if (bucket === everyBucket) {
        return mistake(
            path,
            "is every bucket, also those of other accounts that allow it: name the buckets that are needed",
        );
    }
    const own = partitionOf(bucket);
    if (own !== undefined) {
        if (own === partition) return [];
        return mistake(
            path,
            `${shown(bucket)} is in the partition ${own}, but the AWS provider works in ${partition}`,
        );
    }
    return [
        ...(isOldBucketName(bucket)
            ? mistake(
                  path,
                  `${shown(bucket)} can only be a bucket that was made in us-east-1 before March 2018`,
              )
            : []),
        ...(partition !== "aws"
            ? mistake(
                  path,
                  `${shown(bucket)} is taken for a bucket in the partition ${partition}: write its ARN if it is in another`,
              )
            : []),
    ];
}

function patternWarnings(pattern: string, path: string): Mistake[] {
    if (pattern.startsWith("/")) {
        return mistake(
            path,
            `${shown(pattern)} starts with a slash, as keys rarely do: write ${shown(pattern.slice(1))} unless they were written so`,
        );
    }
    if (pattern.endsWith("/")) {
        return mistake(
            path,
            `${shown(pattern)} is one object with this very key: write ${shown(`${pattern}*`)} for what is in the folder`,
        );
    }
    const literal = pattern.split(/[*?]/, 1)[0] ?? "";
    if (pattern === "*" || !pattern.includes("*") || literal.includes("/")) return [];
    return mistake(
        path,
        literal === ""
            ? `${shown(pattern)} reaches into every folder, as * goes across slashes: start with a folder if one is meant`
            : `${shown(pattern)} reaches further than a folder, to all that starts with ${shown(literal)}: write ${shown(`${literal}/*`)} if the folder is meant`,
    );
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.SaveIntoS3.html */
const withoutCustomerKeys = /^(5\.7(\.|$)|8\.0\.mysql_aurora\.3\.0?[0-4](\.|$))/;

function keyWarnings(
    version: string | undefined,
    { importFrom = [], exportTo = [], kmsKeys }: AccessShape,
): Mistake[] {
    const encrypted =
        kmsKeys ?? [...importFrom, ...exportTo].find(({ kmsKeyArn }) => kmsKeyArn !== undefined);
    if (version === undefined || !encrypted || !withoutCustomerKeys.test(version)) return [];
    return mistake(
        "engineVersion",
        `${shown(version)} does not support KMS keys of your own, which are given: Aurora MySQL does from 3.05 on`,
    );
}

function trustWarnings(sourceArns: readonly string[] | undefined): Mistake[] {
    if (sourceArns === undefined) return [];
    const document = trustPolicyDocument({ sourceAccount: "123456789012", sourceArns });
    const { length } = JSON.stringify(document);
    if (length <= trustCharacters) return [];
    return mistake(
        "sourceArns",
        `makes a trust policy of ${length} characters, but by default IAM has a quota of ${trustCharacters}: have it raised, or write patterns with *`,
    );
}
