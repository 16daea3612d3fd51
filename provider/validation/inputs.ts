import {
    AuroraEngine,
    PredefinedPolicy,
    type AuroraS3AccessArgs,
    type ClusterAssociation,
    type ClusterParameterGroupSettings,
    type ClusterParameterSetting,
    type KmsKey,
    type S3Location,
} from "../args";
import type { ExportedObjects } from "../engine/rules";
import { say } from "../values/message";
import { firstBroken, type Rule } from "../values/rule";
import {
    every,
    list,
    map,
    needed,
    object,
    plainBoolean,
    plainEnum,
    plainList,
    plainObject,
    plainString,
    string,
    type Check,
    type Fields,
} from "./check";
import { exportedLocation, exportedObject } from "./exports";
import * as iam from "./iam";
import { keyArn } from "./kms";
import { objectPattern, objectsOfEveryBucket } from "./objects";
import * as rds from "./rds";
import { clusterGivenTwice, parameterGivenTwice } from "./repeated";
import { bucket } from "./s3";

/** What the rules of some inputs depend on in others. */
export interface Circumstances {
    /** What a version must be; nothing is known of it where the engine is wrong. */
    readonly version: readonly Rule[];
    readonly family: readonly Rule[];
    readonly exported?: ExportedObjects | undefined;
    /** The cluster parameters that the component sets. */
    readonly parameterNames: readonly string[];
    /** The longest ending that the component appends to a given name. */
    readonly endings: {
        readonly import: string;
        readonly export: string;
        readonly kms: string;
        readonly role: string;
    };
}

const fieldsCanBeOutputs = say`The fields of its items can be outputs.`;

/** The check of all inputs. */
export const checkInputs = (circumstances: Circumstances): Check => object(inputChecks(circumstances));

export const inputNames: readonly string[] = Object.keys(
    inputChecks({
        version: [],
        family: [],
        parameterNames: [],
        endings: { import: "", export: "", kms: "", role: "" },
    }),
);

/** The check of each input. The compiler holds the list complete, and the checks of plain inputs plain. */
function inputChecks({
    version,
    family,
    exported,
    parameterNames,
    endings,
}: Circumstances): Fields<AuroraS3AccessArgs> {
    const kmsKeyArn = string({ what: say`the ARN of a KMS key`, rules: [keyArn], attribute: say`arn` });
    const description = (rules: readonly Rule[]) =>
        string({ what: say`a description`, rules, isFreeText: true });
    const policyName = (ending: string) =>
        string({ what: say`a policy name`, rules: iam.policyNameBefore(ending) });

    const locations = (written?: ExportedObjects) =>
        plainList(
            every(
                plainObject<S3Location>(
                    {
                        bucket: needed(
                            string({ what: say`a bucket name or ARN`, rules: [bucket], attribute: say`arn` }),
                        ),
                        objects: plainList(
                            plainString({
                                what: say`an object key or a pattern of keys`,
                                rules: written ? [objectPattern, exportedObject(written)] : [objectPattern],
                            }),
                        ),
                        kmsKeyArn,
                    },
                    say`{ bucket: bucket.arn }`,
                ),
                objectsOfEveryBucket,
                ...(written ? [exportedLocation(written)] : []),
            ),
            fieldsCanBeOutputs,
        );

    const parameters = list(
        object<ClusterParameterSetting>({
            name: needed(
                string({
                    what: say`the name of a parameter`,
                    rules: [...rds.parameterName, rds.notSetByComponent(parameterNames)],
                }),
            ),
            value: needed(string({ what: say`a string`, isFreeText: true })),
            applyMethod: string({ what: say`an apply method`, rules: [rds.applyMethod] }),
        }),
    );

    return {
        importFrom: locations(),
        exportTo: locations(exported),
        predefinedPolicy: plainEnum(Object.values(PredefinedPolicy)),
        kmsKeys: plainList(
            plainObject<KmsKey>(
                { keyArn: needed(kmsKeyArn), forExport: plainBoolean },
                say`{ keyArn: key.arn }`,
            ),
            fieldsCanBeOutputs,
        ),
        clusters: every(
            plainList(
                plainObject<ClusterAssociation>(
                    {
                        clusterIdentifier: needed(
                            string({
                                what: say`a cluster identifier`,
                                rules: rds.clusterIdentifier,
                                attribute: say`clusterIdentifier`,
                            }),
                        ),
                        name: plainString({ what: say`a name`, rules: rds.clusterName }),
                    },
                    say`{ clusterIdentifier: cluster.clusterIdentifier }`,
                ),
                fieldsCanBeOutputs,
            ),
            clusterGivenTwice,
        ),
        engine: plainEnum(Object.values(AuroraEngine)),
        engineVersion: string({
            what: say`an engine version`,
            rules: version,
            attribute: say`engineVersion`,
        }),
        clusterParameterGroup: plainObject<ClusterParameterGroupSettings>({
            family: string({ what: say`a parameter group family`, rules: family, attribute: say`family` }),
            name: string({ what: say`the name of a parameter group`, rules: rds.parameterGroupName }),
            description: description(rds.parameterGroupDescription),
            parameters: every(parameters, parameterGivenTwice),
        }),
        existingRoleArn: string({ what: say`the ARN of a role`, rules: [iam.roleArn], attribute: say`arn` }),
        importPolicyName: policyName(endings.import),
        importPolicyDescription: description(iam.policyDescription),
        exportPolicyName: policyName(endings.export),
        exportPolicyDescription: description(iam.policyDescription),
        kmsPolicyName: policyName(endings.kms),
        kmsPolicyDescription: description(iam.policyDescription),
        roleName: string({ what: say`a role name`, rules: iam.roleNameBefore(endings.role) }),
        roleDescription: description(iam.roleDescription),
        path: string({ what: say`an IAM path`, rules: iam.path }),
        permissionsBoundary: string({
            what: say`the ARN of a policy`,
            rules: iam.permissionsBoundary,
            attribute: say`arn`,
        }),
        tags: map(
            (key) => firstBroken(iam.tagKey, key),
            string({ what: say`a string`, rules: iam.tagValue, isFreeText: true }),
        ),
        sourceAccount: string({ what: say`an AWS account ID`, rules: iam.accountId }),
        sourceArns: list(
            string({ what: say`the ARN of an RDS resource`, rules: rds.sourceArn, attribute: say`arn` }),
        ),
        unconditionalTrust: plainBoolean,
    };
}
