import { engines } from "../../../provider/engine";
import { kmsPolicyDocument } from "../../../provider/policy/kmsPolicy";
import { s3PolicyDocument } from "../../../provider/policy/s3Policy";
import { trustPolicyDocument } from "../../../provider/policy/trustPolicy";
import { importFrom, key, postgresql, role } from "../../support/mistakes/given";

/** Why we refuse a string that AWS takes. */
export interface Exception {
    readonly reason: string;
    readonly covers: (value: string) => boolean;
    /** One of them. */
    readonly sample: string;
}

/** An input that becomes properties of resources of AWS. */
export interface ApiInput {
    /** As the schema has it: `clusters[].clusterIdentifier`. */
    readonly input: string;
    /** The inputs with a string in it. */
    readonly given: (value: string) => Record<string, unknown>;
    /** A string that is right. */
    readonly right: string;
    /** All properties that it becomes, as `apiModel` calls them, and as what: itself unless said otherwise. */
    readonly becomes: Readonly<Record<string, (value: string) => string>>;
    readonly exceptions?: readonly Exception[];
}

const itself = (value: string) => value;
const asDocument = (document: (value: string) => unknown) => (value: string) =>
    JSON.stringify(document(value));
const exportTo = importFrom;
const kmsKeys = [{ keyArn: key }];
const family = "aurora-mysql8.0";
const many = Array.from({ length: 60 }, () => ({ bucket: "raw" }));
const withGroup = (more: object) => ({ importFrom, clusterParameterGroup: { family, ...more } });
const parameter = (more: object) => withGroup({ parameters: [{ name: "time_zone", value: "UTC", ...more }] });

/** https://www.w3.org/TR/xml/#charsets */
const xml = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u;
const unwritable: Exception = {
    reason: "AWS answers in XML, which cannot hold them",
    covers: (value) => !xml.test(value),
    sample: "a\x07",
};
const empty: Exception = {
    reason: "an input that is set but empty is a mistake: leaving it out is how not to set it",
    covers: (value) => value === "",
    sample: "",
};
const counted = (longest: number): Exception => ({
    reason: "characters beyond U+FFFF count as two, as AWS does not say how it counts them",
    covers: (value) => value.length > longest && [...value].length <= longest,
    sample: "𠮷".repeat(longest / 2 + 1),
});
const shouted = (prefix: RegExp, sample: string): Exception => ({
    reason: "AWS documents the prefix in lowercase, and services are known to refuse it in uppercase too",
    covers: (value) => prefix.test(value),
    sample,
});
/** Rules of what the string stands for are narrower than those of the property, and tested by themselves. */
const only = (what: string, sample: string): Exception => ({
    reason: `it must be ${what}`,
    covers: () => true,
    sample,
});

const description = (input: string, inputs: object): ApiInput => ({
    input,
    given: (value) => ({ ...inputs, [input]: value }),
    right: "What Aurora loads",
    becomes: { "iam.Policy.description": itself },
    exceptions: [empty, unwritable, counted(1000)],
});
const policyName = (input: string, inputs: object, ending: string): ApiInput => ({
    input,
    given: (value) => ({ ...inputs, [input]: value }),
    right: "load",
    becomes: { "iam.Policy.name": (value) => `${value}${ending}` },
    exceptions: ending === "" ? [] : [empty],
});
const tagKey = (inputs: object, ...resources: string[]): ApiInput => ({
    input: "tags",
    given: (value) => ({ ...inputs, tags: { [value]: "sales" } }),
    right: "team",
    becomes: Object.fromEntries(resources.map((resource) => [`${resource}.tags{}`, itself])),
    exceptions: [counted(128), shouted(/^(?:aws|rds):/i, "AWS:team")],
});
const tagValue = (inputs: object, ...resources: string[]): ApiInput => ({
    input: "tags",
    given: (value) => ({ ...inputs, tags: { team: value } }),
    right: "sales",
    becomes: Object.fromEntries(resources.map((resource) => [`${resource}.tags{}.value`, itself])),
    exceptions: [counted(256), shouted(/^(?:aws|rds):/i, "AWS:team")],
});
const keyArn = (input: string, given: ApiInput["given"], document: (value: string) => unknown): ApiInput => ({
    input,
    given,
    right: key,
    becomes: { "iam.Policy.policy": asDocument(document) },
    exceptions: [only("the ARN of a KMS key", "alias/sales")],
});
const locations = (list: "importFrom" | "exportTo", direction: "import" | "export"): ApiInput[] => {
    const document = (location: object) =>
        s3PolicyDocument("aurora-mysql", direction, [{ bucket: "raw", ...location }], "aws");
    const with1 = (location: object) => ({ [list]: [{ bucket: "raw", ...location }] });
    return [
        {
            input: `${list}[].bucket`,
            given: (bucket) => with1({ bucket }),
            right: "raw",
            becomes: { "iam.Policy.policy": asDocument((bucket) => document({ bucket })) },
            exceptions: [only("a bucket", "a")],
        },
        {
            input: `${list}[].objects[]`,
            given: (pattern) => with1({ objects: [pattern] }),
            right: "in/*",
            becomes: { "iam.Policy.policy": asDocument((pattern) => document({ objects: [pattern] })) },
            exceptions: [only("an object key or a pattern of keys", "${a}")],
        },
        keyArn(
            `${list}[].kmsKeyArn`,
            (kmsKeyArn) => with1({ kmsKeyArn }),
            (kmsKeyArn) => document({ kmsKeyArn }),
        ),
    ];
};

/** Every string of the inputs that goes to AWS. */
export const apiInputs: readonly ApiInput[] = [
    ...locations("importFrom", "import"),
    ...locations("exportTo", "export"),
    keyArn(
        "kmsKeys[].keyArn",
        (value) => ({ kmsKeys: [{ keyArn: value }] }),
        (value) => kmsPolicyDocument([{ keyArn: value, forExport: true }]),
    ),
    {
        input: "clusters[].clusterIdentifier",
        given: (clusterIdentifier) => ({ importFrom, clusters: [{ clusterIdentifier }] }),
        right: "sales",
        becomes: { "rds.ClusterRoleAssociation.dbClusterIdentifier": itself },
    },
    {
        input: "engineVersion",
        given: (engineVersion) => ({ importFrom, engineVersion, clusterParameterGroup: {} }),
        right: "8.0.mysql_aurora.3.10.0",
        becomes: {
            "rds.ClusterParameterGroup.family": (version) =>
                engines["aurora-mysql"].parameterGroups!.familyOf(version),
        },
        exceptions: [only("an engine version", "5.6.10a")],
    },
    {
        input: "clusterParameterGroup.family",
        given: (value) => withGroup({ family: value }),
        right: family,
        becomes: { "rds.ClusterParameterGroup.family": itself },
        exceptions: [only("a family since version 2 (5.7)", "aurora-mysql5.6")],
    },
    {
        input: "clusterParameterGroup.name",
        given: (value) => withGroup({ name: value }),
        right: "sales-db",
        becomes: { "rds.ClusterParameterGroup.name": itself },
        exceptions: [
            {
                reason: "the AWS provider takes lowercase letters only, as RDS stores it in lowercase",
                covers: (value) => /[A-Z]/.test(value),
                sample: "Sales",
            },
        ],
    },
    {
        input: "clusterParameterGroup.description",
        given: (value) => withGroup({ description: value }),
        right: "Parameters",
        becomes: { "rds.ClusterParameterGroup.description": itself },
        exceptions: [
            empty,
            unwritable,
            {
                reason: "AWS documents no limit: it is that of a group's name, which is more than a description needs",
                covers: (value) => value.length > 255,
                sample: "a".repeat(256),
            },
        ],
    },
    {
        input: "clusterParameterGroup.parameters[].name",
        given: (value) => parameter({ name: value }),
        right: "time_zone",
        becomes: { "rds.ClusterParameterGroup.parameters[].name": itself },
        exceptions: [only("a name that a parameter can have", "time zone")],
    },
    {
        input: "clusterParameterGroup.parameters[].value",
        given: (value) => parameter({ value }),
        right: "UTC",
        becomes: { "rds.ClusterParameterGroup.parameters[].value": itself },
        exceptions: [unwritable],
    },
    {
        input: "clusterParameterGroup.parameters[].applyMethod",
        given: (value) => parameter({ applyMethod: value }),
        right: "immediate",
        becomes: { "rds.ClusterParameterGroup.parameters[].applyMethod": itself },
    },
    {
        input: "existingRoleArn",
        given: (existingRoleArn) => ({
            importFrom,
            existingRoleArn,
            clusters: [{ clusterIdentifier: "sales" }],
        }),
        right: "arn:aws:iam::123456789012:role/team/aurora",
        becomes: {
            "rds.ClusterRoleAssociation.roleArn": itself,
            "iam.RolePolicyAttachment.role": (arn) => arn.slice(arn.lastIndexOf("/") + 1),
        },
        exceptions: [only("the ARN of a role that IAM can have made", "arn:aws:iam::1:role/aurora")],
    },
    policyName("importPolicyName", { importFrom }, ""),
    policyName("importPolicyName", { importFrom: many }, "-2"),
    policyName("exportPolicyName", { exportTo }, ""),
    policyName("kmsPolicyName", { kmsKeys }, ""),
    policyName("kmsPolicyName", { ...postgresql, kmsKeys }, "-import"),
    description("importPolicyDescription", { importFrom }),
    description("exportPolicyDescription", { exportTo }),
    description("kmsPolicyDescription", { kmsKeys }),
    {
        input: "roleName",
        given: (roleName) => ({ importFrom, roleName }),
        right: "aurora",
        becomes: { "iam.Role.name": itself, "iam.RolePolicyAttachment.role": itself },
    },
    {
        input: "roleName",
        given: (roleName) => ({ ...postgresql, exportTo, roleName }),
        right: "aurora",
        becomes: { "iam.Role.name": (value) => `${value}-import` },
        exceptions: [empty],
    },
    {
        input: "roleDescription",
        given: (roleDescription) => ({ importFrom, roleDescription }),
        right: "Aurora's way to S3",
        becomes: { "iam.Role.description": itself },
        exceptions: [
            empty,
            {
                reason: "the AWS provider counts bytes",
                covers: (value) => Buffer.byteLength(value) > 1000,
                sample: "é".repeat(501),
            },
        ],
    },
    {
        input: "path",
        given: (path) => ({ importFrom, path }),
        right: "/a/b/",
        becomes: { "iam.Role.path": itself, "iam.Policy.path": itself },
    },
    {
        input: "path",
        given: (path) => ({ importFrom, existingRoleArn: role, path }),
        right: "/a/b/",
        becomes: { "iam.Policy.path": itself },
    },
    {
        input: "path",
        given: (path) => ({ predefinedPolicy: "AmazonS3FullAccess", path }),
        right: "/team:data//x/",
        becomes: { "iam.Role.path": itself },
    },
    {
        input: "permissionsBoundary",
        given: (permissionsBoundary) => ({ importFrom, permissionsBoundary }),
        right: "arn:aws:iam::123456789012:policy/team/bounds",
        becomes: { "iam.Role.permissionsBoundary": itself },
        exceptions: [only("the ARN of a policy", "arn:aws:s3:::raw-data")],
    },
    tagKey({ importFrom }, "iam.Role", "iam.Policy"),
    tagKey(withGroup({}), "iam.Role", "iam.Policy", "rds.ClusterParameterGroup"),
    tagValue({ importFrom }, "iam.Role", "iam.Policy"),
    tagValue(withGroup({}), "iam.Role", "iam.Policy", "rds.ClusterParameterGroup"),
    {
        input: "sourceAccount",
        given: (sourceAccount) => ({ importFrom, sourceAccount }),
        right: "123456789012",
        becomes: {
            "iam.Role.assumeRolePolicy": asDocument((sourceAccount) =>
                trustPolicyDocument({ sourceConditions: "IfExists", sourceAccount }),
            ),
        },
        exceptions: [only("an account ID", "1234")],
    },
    {
        input: "sourceArns[]",
        given: (arn) => ({ importFrom, sourceArns: [arn] }),
        right: "arn:aws:rds:us-east-1:123456789012:cluster:sales",
        becomes: {
            "iam.Role.assumeRolePolicy": asDocument((arn) =>
                trustPolicyDocument({
                    sourceConditions: "IfExists",
                    sourceAccount: "123456789012",
                    sourceArns: [arn],
                }),
            ),
        },
        exceptions: [only("the ARN of a DB cluster", "arn:aws:s3:::raw-data")],
    },
];

/** What becomes no property that AWS is given: it decides which resources there are, what they are called in the program, and where they are. */
export const staysHere: readonly string[] = [
    "predefinedPolicy",
    "kmsKeys[].forExport",
    "clusters[].name",
    "clusters[].formerNames[]",
    "engine",
    // Which endpoint is called: https://docs.aws.amazon.com/general/latest/gr/rds-service.html
    "clusters[].region",
    "clusterParameterGroup.region",
    "sourceConditions",
];
