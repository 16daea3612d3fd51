import {
    AuroraEngine,
    PredefinedPolicy,
    SourceConditions,
    type AuroraS3AccessArgs,
    type ClusterAssociation,
    type ClusterParameterGroupSettings,
    type ClusterParameterSetting,
    type KmsKey,
    type S3Location,
} from "../args";
import type { ExportedObjects } from "../engine/rules";
import { say } from "../values/message";
import { fitsIntoXml, type Rule } from "../values/rule";
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
    type Replaced,
} from "./check";
import { exportedLocation, exportedObject } from "./exports";
import * as iam from "./iam";
import { keyArn } from "./kms";
import { objectPattern, objectsOfEveryBucket } from "./objects";
import * as rds from "./rds";
import { clusterGivenTwice, formerNameTaken, parameterGivenTwice } from "./repeated";
import { bucket } from "./s3";
import { tagKey, tagsTogether, tagValue } from "./tags";

/** What the rules of some inputs depend on in others. */
export interface Circumstances {
    /** What a version must be; nothing is known of it where the engine is wrong. */
    readonly version: readonly Rule[];
    readonly family: readonly Rule[];
    readonly sourceArn: readonly Rule[];
    readonly exported?: ExportedObjects | undefined;
    /** The cluster parameters that the component sets. */
    readonly parameterNames: readonly string[];
    /** Which resources get the path and the tags. */
    readonly creates: { readonly policies: boolean; readonly parameterGroup: boolean };
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
export const checkInputs = (circumstances: Circumstances): Check =>
    object(inputChecks(circumstances), undefined, replaced);

/** What is written instead of inputs that there were. */
const replaced: Replaced = {
    unconditionalTrust: ({ scalar, secret }) =>
        scalar === true && !secret
            ? say`Set sourceConditions to "None" instead.`
            : say`Remove it, or set sourceConditions.`,
};

export const inputNames: readonly string[] = Object.keys(
    inputChecks({
        version: [],
        family: [],
        sourceArn: [],
        parameterNames: [],
        creates: { policies: false, parameterGroup: false },
        endings: { import: "", export: "", kms: "", role: "" },
    }),
);

/** The check of each input. The compiler holds the list complete, and the checks of plain inputs plain. */
function inputChecks({
    version,
    family,
    sourceArn,
    exported,
    parameterNames,
    creates,
    endings,
}: Circumstances): Fields<AuroraS3AccessArgs> {
    const kmsKeyArn = string({ what: say`the ARN of a KMS key`, rules: [keyArn], attribute: say`arn` });
    const description = (rules: readonly Rule[]) =>
        string({ what: say`a description`, rules, isFreeText: true });
    const policyName = (ending: string) =>
        string({ what: say`a policy name`, rules: iam.policyNameBefore(ending) });

    const region = string({ what: say`a Region`, rules: rds.region, attribute: say`region` });

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
            value: needed(string({ what: say`a string`, rules: [fitsIntoXml], isFreeText: true })),
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
                        formerNames: plainList(
                            plainString({ what: say`a former name`, rules: rds.formerClusterName }),
                        ),
                        region,
                    },
                    say`{ clusterIdentifier: cluster.clusterIdentifier }`,
                ),
                fieldsCanBeOutputs,
            ),
            clusterGivenTwice,
            formerNameTaken,
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
            region,
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
        path: string({ what: say`an IAM path`, rules: iam.path(creates.policies) }),
        permissionsBoundary: string({
            what: say`the ARN of a policy`,
            rules: iam.permissionsBoundary,
            attribute: say`arn`,
        }),
        tags: every(
            map(
                tagKey(creates.parameterGroup),
                string({ what: say`a string`, rules: tagValue(creates.parameterGroup), isFreeText: true }),
            ),
            tagsTogether,
        ),
        sourceAccount: string({ what: say`an AWS account ID`, rules: iam.accountId }),
        sourceArns: list(
            string({ what: say`the ARN of a DB cluster`, rules: sourceArn, attribute: say`arn` }),
        ),
        sourceConditions: plainEnum(Object.values(SourceConditions)),
    };
}
