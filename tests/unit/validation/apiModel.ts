/** What AWS takes for a property of a resource that the component creates. */
export interface ApiRow {
    /** `iam.Role`, as `aws.iam.Role` of the AWS provider. */
    readonly resource: string;
    readonly property: string;
    /** The call of the API, and the member of its input. The service's model has the constraints, unless there is a `page`. */
    readonly call: string;
    readonly member: string;
    /** Of the whole string, as the model writes it. */
    readonly pattern?: string;
    /** Of strings in characters, of lists in items. */
    readonly min?: number;
    readonly max?: number;
    /** The page that documents it, where the model declares nothing. */
    readonly page?: string;
    /** What begins like this is refused too, which only the page says. */
    readonly reserved?: { readonly prefix: RegExp; readonly page: string };
}

const rdsApi = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const rdsGuide = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
const iamGuide = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

const name = { pattern: "[\\w+=,.@-]+", min: 1 };
const tagCharacters = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]";
const document = { pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+", min: 1, max: 131072 };
const identifier = "[A-Za-z](-?[A-Za-z0-9])*";

/** Of a resource of IAM. */
const iamTags = (resource: string, call: string): ApiRow[] => {
    const reserved = { prefix: /^aws:/, page: `${iamGuide}/id_tags.html#id_tags_rules` };
    return [
        { resource, property: "tags", call, member: "Tags", max: 50 },
        {
            resource,
            property: "tags{}",
            call,
            member: "Tags[].Key",
            pattern: `${tagCharacters}+`,
            min: 1,
            max: 128,
            reserved,
        },
        {
            resource,
            property: "tags{}.value",
            call,
            member: "Tags[].Value",
            pattern: `${tagCharacters}*`,
            min: 0,
            max: 256,
            reserved,
        },
    ];
};

const group = { resource: "rds.ClusterParameterGroup", call: "rds.CreateDBClusterParameterGroup" };
const parameters = { resource: group.resource, call: "rds.ModifyDBClusterParameterGroup" };
/** A value is optional: https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Tag.html */
const groupTags: ApiRow[] = [
    { ...group, property: "tags", member: "Tags", max: 50, page: `${rdsGuide}/USER_Tagging.html` },
    {
        ...group,
        property: "tags{}",
        member: "Tags[].Key",
        pattern: `${tagCharacters}*`,
        min: 1,
        max: 128,
        page: `${rdsApi}/API_Tag.html`,
        reserved: { prefix: /^(?:aws|rds):/, page: `${rdsApi}/API_Tag.html` },
    },
    {
        ...group,
        property: "tags{}.value",
        member: "Tags[].Value",
        pattern: `${tagCharacters}*`,
        max: 256,
        page: `${rdsApi}/API_Tag.html`,
        reserved: { prefix: /^(?:aws|rds):/, page: `${rdsApi}/API_Tag.html` },
    },
];

const role = { resource: "iam.Role", call: "iam.CreateRole" };
const policy = { resource: "iam.Policy", call: "iam.CreatePolicy" };
const attachment = { resource: "iam.RolePolicyAttachment", call: "iam.AttachRolePolicy" };
const association = { resource: "rds.ClusterRoleAssociation", call: "rds.AddRoleToDBCluster" };

/** Each property of each resource that is a string, or holds strings. */
export const apiModel: readonly ApiRow[] = [
    { ...role, property: "name", member: "RoleName", ...name, max: 64 },
    {
        ...role,
        property: "path",
        member: "Path",
        pattern: "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)",
        min: 1,
        max: 512,
    },
    {
        ...role,
        property: "description",
        member: "Description",
        pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*",
        max: 1000,
    },
    { ...role, property: "assumeRolePolicy", member: "AssumeRolePolicyDocument", ...document },
    { ...role, property: "permissionsBoundary", member: "PermissionsBoundary", min: 20, max: 2048 },
    ...iamTags(role.resource, role.call),

    { ...policy, property: "name", member: "PolicyName", ...name, max: 128 },
    {
        ...policy,
        property: "path",
        member: "Path",
        pattern: "((/[A-Za-z0-9\\.,\\+@=_-]+)*)/",
        min: 1,
        max: 512,
    },
    { ...policy, property: "description", member: "Description", max: 1000 },
    { ...policy, property: "policy", member: "PolicyDocument", ...document },
    ...iamTags(policy.resource, policy.call),

    { ...attachment, property: "role", member: "RoleName", ...name, max: 64 },
    { ...attachment, property: "policyArn", member: "PolicyArn", min: 20, max: 2048 },

    {
        ...group,
        property: "name",
        member: "DBClusterParameterGroupName",
        pattern: identifier,
        min: 1,
        max: 255,
        page: `${rdsGuide}/CHAP_Limits.html#RDS_Limits.Constraints`,
    },
    {
        ...group,
        property: "family",
        member: "DBParameterGroupFamily",
        pattern: "aurora-mysql[0-9]+\\.[0-9]+",
        page: `${rdsApi}/API_CreateDBClusterParameterGroup.html`,
    },
    {
        ...group,
        property: "description",
        member: "Description",
        page: `${rdsApi}/API_CreateDBClusterParameterGroup.html`,
    },
    {
        ...parameters,
        property: "parameters[].name",
        member: "Parameters[].ParameterName",
        page: `${rdsApi}/API_Parameter.html`,
    },
    {
        ...parameters,
        property: "parameters[].value",
        member: "Parameters[].ParameterValue",
        page: `${rdsApi}/API_Parameter.html`,
    },
    {
        ...parameters,
        property: "parameters[].applyMethod",
        member: "Parameters[].ApplyMethod",
        pattern: "immediate|pending-reboot",
    },
    ...groupTags,

    {
        ...association,
        property: "dbClusterIdentifier",
        member: "DBClusterIdentifier",
        pattern: identifier,
        min: 1,
        max: 63,
        page: `${rdsApi}/API_CreateDBCluster.html`,
    },
    {
        ...association,
        property: "roleArn",
        member: "RoleArn",
        pattern: "arn:aws[a-z-]*:iam::[0-9]*:role/.*",
        min: 20,
        max: 2048,
    },
    {
        ...association,
        property: "featureName",
        member: "FeatureName",
        pattern: "s3Import|s3Export",
        page: `${rdsApi}/API_DBEngineVersion.html`,
    },
];

/** The only row of a property: `iam.Role.path`. */
export function rowOf(property: string): ApiRow {
    const found = apiModel.filter((row) => `${row.resource}.${row.property}` === property);
    if (found.length !== 1)
        throw new Error(`one row of ${property} is expected, but there are ${found.length}`);
    return found[0]!;
}

/** Whether AWS takes a string. A character is a code point: https://smithy.io/2.0/spec/constraint-traits.html#length-trait */
export function isTaken({ pattern, min = 0, max = Infinity, reserved }: ApiRow, value: string): boolean {
    const { length } = [...value];
    return (
        length >= min &&
        length <= max &&
        (pattern === undefined || new RegExp(`^(?:${pattern})$`, "u").test(value)) &&
        reserved?.prefix.test(value) !== true
    );
}
