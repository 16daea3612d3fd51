const importFrom = [{ bucket: "raw" }];
const postgresql = { engine: "aurora-postgresql", importFrom };
const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const role = "arn:aws:iam::123456789012:role/aurora";
const many = Array.from({ length: 60 }, () => ({ bucket: "raw" }));
const group = (...parameters: object[]) => ({
    importFrom,
    clusterParameterGroup: { family: "aurora-mysql8.0", parameters },
});
const location = (bucket: unknown, more = {}) => ({ importFrom: [{ bucket, ...more }] });
const keyForm =
    "write the ARN of the key, like arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const bucketForm = "write a bucket's name, or its ARN like arn:aws:s3:::my-bucket";
const bucketNames =
    "a bucket name has 3 to 63 lowercase letters, digits, dots and hyphens, and starts and ends with a letter or " +
    "digit (https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html)";
const identifiers =
    "a cluster identifier has 1 to 63 letters, digits and single hyphens, starts with a letter and does not end with a hyphen";
const nameCharacters = "a name in IAM has only letters, digits and _+=,.@-";
const documentCharacters =
    "a policy holds only tab, line feed, carriage return and the characters U+0020 to U+00FF: write ? for each other character";

/** Inputs, the path of the one mistake in them, and its sentence. */
export const mistakes: [Record<string, unknown>, string, string][] = [
    // What is there, and beside what.
    [{}, "importFrom", "no access is asked for: give importFrom, exportTo, predefinedPolicy or kmsKeys"],
    [
        { clusters: [{ clusterIdentifier: "sales" }] },
        "importFrom",
        "no access is asked for: give importFrom, exportTo, predefinedPolicy or kmsKeys",
    ],
    [
        { importFrom, predefinedPolicy: "AmazonS3FullAccess" },
        "predefinedPolicy",
        "is given beside importFrom: leave one of them out",
    ],
    [
        { exportTo: importFrom, predefinedPolicy: "AmazonS3ReadOnlyAccess" },
        "predefinedPolicy",
        "is given beside exportTo: leave one of them out",
    ],
    [
        { importFrom, unconditionalTrust: true, sourceAccount: "123456789012" },
        "unconditionalTrust",
        "is given beside sourceAccount: leave one of them out",
    ],
    [
        { importFrom, unconditionalTrust: true, sourceArns: ["arn:aws:rds:*:123456789012:cluster:*"] },
        "unconditionalTrust",
        "is given beside sourceArns: leave one of them out",
    ],
    ...[
        ["importPolicyName", "importFrom", { exportTo: importFrom }],
        ["importPolicyDescription", "importFrom", { exportTo: importFrom }],
        ["exportPolicyName", "exportTo", { importFrom }],
        ["exportPolicyDescription", "exportTo", { importFrom }],
        ["kmsPolicyName", "kmsKeys", { importFrom }],
        ["kmsPolicyDescription", "kmsKeys", { importFrom }],
    ].map(([input, without, others]): [Record<string, unknown>, string, string] => [
        { [input as string]: "x", ...(others as object) },
        input as string,
        `is given, but there is no such policy without ${without as string}: leave it out`,
    ]),
    [
        { importFrom, importform: [] },
        "importform",
        "is unknown; there are importFrom, exportTo, predefinedPolicy, kmsKeys, clusters, engine, " +
            "engineVersion, clusterParameterGroup, existingRoleArn, " +
            "importPolicyName, importPolicyDescription, exportPolicyName, exportPolicyDescription, kmsPolicyName, " +
            "kmsPolicyDescription, roleName, roleDescription, path, permissionsBoundary, tags, sourceAccount, " +
            "sourceArns, unconditionalTrust",
    ],

    // Lists and the kinds of values.
    [{ importFrom: [] }, "importFrom", "is empty: put something in it, or leave it out"],
    [{ exportTo: [] }, "exportTo", "is empty: put something in it, or leave it out"],
    [{ kmsKeys: [] }, "kmsKeys", "is empty: put something in it, or leave it out"],
    [{ importFrom, clusters: [] }, "clusters", "is empty: put something in it, or leave it out"],
    [{ importFrom, sourceArns: [] }, "sourceArns", "is empty: put something in it, or leave it out"],
    [
        location("raw", { objects: [] }),
        "importFrom[0].objects",
        "is empty: put something in it, or leave it out",
    ],
    [{ importFrom: "raw" }, "importFrom", '"raw" is given, but a list is needed'],
    [{ importFrom: ["raw"] }, "importFrom[0]", '"raw" is given, but a plain object is needed'],
    [{ importFrom: [{}] }, "importFrom[0].bucket", "is missing: it is needed here"],
    [location(["raw"]), "importFrom[0].bucket", "a list is given, but a string is needed"],
    [location({ arn: "raw" }), "importFrom[0].bucket", "an object is given, but a string is needed"],
    [
        location("raw", { prefix: "a/" }),
        "importFrom[0].prefix",
        "is unknown; there are bucket, objects, kmsKeyArn",
    ],
    [{ importFrom, tags: ["team"] }, "tags", "a list is given, but a map is needed"],
    [{ importFrom, tags: { size: 1 } }, 'tags["size"]', "1 is given, but a string is needed"],
    [
        { importFrom, unconditionalTrust: "yes" },
        "unconditionalTrust",
        '"yes" is given, but true or false is needed',
    ],

    // S3.
    [location("my bucket"), "importFrom[0].bucket", `"my bucket" is given, but ${bucketNames}`],
    [location("ab"), "importFrom[0].bucket", `"ab" is given, but ${bucketNames}`],
    [location(""), "importFrom[0].bucket", `"" is given, but ${bucketNames}`],
    [location("-raw"), "importFrom[0].bucket", `"-raw" is given, but ${bucketNames}`],
    [location("raw/incoming"), "importFrom[0].bucket", `"raw/incoming" is given, but ${bucketNames}`],
    [location("a..b"), "importFrom[0].bucket", '"a..b" has two dots in a row, which no bucket has'],
    [
        location("10.0.0.1"),
        "importFrom[0].bucket",
        '"10.0.0.1" is an IP address, which no bucket is named after',
    ],
    [
        location("amzn-s3-demo-bucket"),
        "importFrom[0].bucket",
        '"amzn-s3-demo-bucket" starts with a prefix that S3 keeps for itself: write the name of your bucket',
    ],
    [
        location("raw--ol-s3"),
        "importFrom[0].bucket",
        '"raw--ol-s3" is the alias of an Object Lambda access point: write the name or ARN of the bucket behind it',
    ],
    [
        location("raw--use1-az4--x-s3"),
        "importFrom[0].bucket",
        '"raw--use1-az4--x-s3" is a directory bucket, which Aurora cannot use: write a general purpose bucket',
    ],
    [
        location("s3://raw/incoming"),
        "importFrom[0].bucket",
        `"s3://raw/incoming" is an S3 URI: write the bucket's name or ARN, and what is behind it as objects`,
    ],
    [
        location("arn:aws:s3:::raw/*"),
        "importFrom[0].bucket",
        `"arn:aws:s3:::raw/*" is the ARN of objects: ${bucketForm}, and what is behind it as objects`,
    ],
    [
        location("arn:aws:s3:us-east-1:123456789012:accesspoint/raw"),
        "importFrom[0].bucket",
        `"arn:aws:s3:us-east-1:123456789012:accesspoint/raw" is an access point, which Aurora does not document to use: ${bucketForm}`,
    ],
    [
        location("arn:aws:sqs:us-east-1:123456789012:raw"),
        "importFrom[0].bucket",
        `"arn:aws:sqs:us-east-1:123456789012:raw" is not the ARN of a bucket: ${bucketForm}`,
    ],
    [
        location("raw", { objects: [""] }),
        "importFrom[0].objects[0]",
        "an empty pattern is given: write a key like incoming/data.csv or a pattern like incoming/*",
    ],
    [
        location("raw", { objects: ["a/*", "s3://raw/b/*"] }),
        "importFrom[0].objects[1]",
        '"s3://raw/b/*" names a bucket: write only the key, like incoming/data.csv or incoming/*',
    ],
    [
        location("raw", { objects: ["${aws:username}/*"] }),
        "importFrom[0].objects[0]",
        '"${aws:username}/*" holds ${, which starts a policy variable: write ${$}{ for the characters themselves',
    ],
    [
        location("raw", { objects: ["売上/*"] }),
        "importFrom[0].objects[0]",
        `"売上/*" is given, but ${documentCharacters}`,
    ],
    [
        location("raw", { objects: ["a".repeat(1025)] }),
        "importFrom[0].objects[0]",
        "a pattern of 1025 bytes is given, but the longest key of S3 has 1024",
    ],
    [
        location("*", { objects: ["incoming/*"] }),
        "importFrom[0].objects",
        "is given for every bucket, but IAM would grant more than these objects: leave it out, or name the buckets",
    ],
    [
        {
            importFrom,
            predefinedPolicy: undefined,
            exportTo: [{ bucket: "arn:aws-cn:s3:::a-b" }],
            kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:key/a" }],
        },
        "kmsKeys[0].keyArn",
        '"arn:aws:kms:us-east-1:123456789012:key/a" is in the partition aws, but exportTo[0].bucket is in aws-cn: a role reaches one partition only',
    ],
    [
        { predefinedPolicy: "AmazonS3WriteAccess" },
        "predefinedPolicy",
        '"AmazonS3WriteAccess" is given, but only AmazonS3ReadOnlyAccess and AmazonS3FullAccess are known',
    ],

    // KMS.
    [
        { kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:alias/sales" }] },
        "kmsKeys[0].keyArn",
        `"arn:aws:kms:us-east-1:123456789012:alias/sales" is the alias of a key, which grants nothing in a policy: ${keyForm}`,
    ],
    [
        location("raw", { kmsKeyArn: "1234abcd-12ab-34cd-56ef-1234567890ab" }),
        "importFrom[0].kmsKeyArn",
        `"1234abcd-12ab-34cd-56ef-1234567890ab" is not the ARN of a KMS key: ${keyForm}`,
    ],
    [
        { kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:key/*" }] },
        "kmsKeys[0].keyArn",
        `"arn:aws:kms:us-east-1:123456789012:key/*" is not the ARN of a KMS key: ${keyForm}`,
    ],

    // RDS.
    [
        { importFrom, clusters: [{ clusterIdentifier: "arn:aws:rds:us-east-1:123456789012:cluster:sales" }] },
        "clusters[0].clusterIdentifier",
        `"arn:aws:rds:us-east-1:123456789012:cluster:sales" is an ARN: write the cluster's identifier`,
    ],
    ...["1sales", "sales-", "sales--eu", "sales_eu", "", "a".repeat(64)].map(
        (id): [Record<string, unknown>, string, string] => [
            { importFrom, clusters: [{ clusterIdentifier: id }] },
            "clusters[0].clusterIdentifier",
            `"${id}" is given, but ${identifiers}`,
        ],
    ),
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "us" }] },
        "clusters[1].name",
        "is missing, as it is in clusters[0]: one cluster at most goes without a name, which tells them apart",
    ],
    [
        {
            importFrom,
            clusters: [
                { clusterIdentifier: "eu", name: "a" },
                { clusterIdentifier: "us", name: "a" },
            ],
        },
        "clusters[1].name",
        '"a" is the name of clusters[0] too: give each cluster a name of its own',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "eu", name: "a" }] },
        "clusters[1].clusterIdentifier",
        '"eu" is the cluster of clusters[0] too, but a cluster has a role once: leave one out',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu", name: "a b" }] },
        "clusters[0].name",
        '"a b" is given, but a name has 1 to 64 letters, digits, hyphens, dots and underscores',
    ],
    [
        { importFrom, sourceArns: ["arn:aws:s3:::raw"] },
        "sourceArns[0]",
        '"arn:aws:s3:::raw" is given, but a source is the ARN of an RDS resource: write one like arn:aws:rds:us-east-1:123456789012:cluster:my-cluster',
    ],
    [
        { importFrom, engineVersion: "16.4" },
        "engineVersion",
        '"16.4" is an engine version of Aurora PostgreSQL, but the engine is aurora-mysql; write one like 8.0.mysql_aurora.3.10.0 or 5.7.mysql_aurora.2.12.5',
    ],

    // IAM.
    [
        { importFrom, importPolicyName: "" },
        "importPolicyName",
        "0 characters are given, but the name of a policy has 1 to 128",
    ],
    [{ importFrom, importPolicyName: "a b" }, "importPolicyName", `"a b" is given, but ${nameCharacters}`],
    [
        { importFrom, importPolicyName: "a".repeat(129) },
        "importPolicyName",
        "129 characters are given, but the name of a policy has 1 to 128",
    ],
    [{ importFrom, roleName: "a/b" }, "roleName", `"a/b" is given, but ${nameCharacters}`],
    [
        { importFrom, roleName: "a".repeat(65) },
        "roleName",
        "65 characters are given, but the name of a role has 1 to 64",
    ],
    [
        { importFrom, roleDescription: "売上" },
        "roleDescription",
        '"売上" is given, but the description of a role has only characters of Latin-1',
    ],
    [
        { importFrom, importPolicyDescription: "a".repeat(1001) },
        "importPolicyDescription",
        "1001 characters are given, but a description has 1 to 1000",
    ],
    [
        { importFrom, path: "aurora" },
        "path",
        '"aurora" is given, but a path in IAM starts and ends with / and has no spaces: write one like /aurora/',
    ],
    [
        { importFrom, permissionsBoundary: "boundary" },
        "permissionsBoundary",
        '"boundary" is given, but a permissions boundary is the ARN of a policy: write one like arn:aws:iam::123456789012:policy/boundary',
    ],
    [
        { importFrom, sourceAccount: "1234" },
        "sourceAccount",
        '"1234" is given, but an account has 12 digits: write one like 123456789012',
    ],
    [
        { importFrom, tags: { "aws:team": "a" } },
        'tags["aws:team"]',
        '"aws:team" is given, but keys that start with aws: are kept for AWS',
    ],
    [
        { importFrom, tags: { team: "a;b" } },
        'tags["team"]',
        '"a;b" is given, but the value of a tag has at most 256 letters, digits, spaces and _.:/=+-@',
    ],

    // Engines.
    [
        { importFrom, engine: "mysql" },
        "engine",
        '"mysql" is given, but only aurora-mysql and aurora-postgresql are known',
    ],
    [
        { ...postgresql, engineVersion: "8.0.mysql_aurora.3.10.0" },
        "engineVersion",
        '"8.0.mysql_aurora.3.10.0" is an engine version of Aurora MySQL, but the engine is aurora-postgresql; write one like 16.4',
    ],
    [
        { ...postgresql, engineVersion: "9.6.22" },
        "engineVersion",
        '"9.6.22" is older than Aurora PostgreSQL 10, the first that can reach S3; write one like 16.4',
    ],
    [
        { ...postgresql, engineVersion: "newest" },
        "engineVersion",
        '"newest" is not an engine version of Aurora PostgreSQL; write one like 16.4',
    ],
    [
        { ...postgresql, roleName: "a".repeat(58) },
        "roleName",
        "58 characters are given, but the name of a role, which -import follows, has 1 to 57",
    ],
    [
        { ...postgresql, clusterParameterGroup: { family: "aurora-mysql8.0" } },
        "clusterParameterGroup",
        "is given, but aurora-postgresql finds its roles without parameters: leave it out",
    ],
    [
        { engine: "aurora-postgresql", kmsKeys: [{ keyArn: key }] },
        "kmsKeys",
        "is given alone, but aurora-postgresql has a role for each direction: give importFrom, exportTo or predefinedPolicy too",
    ],
    [
        { ...postgresql, kmsKeys: [{ keyArn: key, forExport: true }] },
        "kmsKeys[0].forExport",
        "is true, but nothing is exported: leave it out, or give exportTo",
    ],
    [
        { engine: "aurora-postgresql", exportTo: importFrom, kmsKeys: [{ keyArn: key }] },
        "kmsKeys[0].forExport",
        "is not true, but nothing is imported: write true, or give importFrom",
    ],
    [
        { ...postgresql, exportTo: importFrom, existingRoleArn: role },
        "existingRoleArn",
        "is given for both directions, but aurora-postgresql needs a role for each: write two AuroraS3Access, one for each direction",
    ],

    // The parameter group.
    [
        { importFrom, clusterParameterGroup: {} },
        "clusterParameterGroup.family",
        "is missing, and so is engineVersion, which would tell it: give one of them",
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-postgresql16" } },
        "clusterParameterGroup.family",
        '"aurora-postgresql16" is given, but a family of Aurora MySQL is needed: write one like aurora-mysql8.0',
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", name: "Sales" } },
        "clusterParameterGroup.name",
        '"Sales" is given, but the name of a parameter group has 1 to 255 small letters, digits and single hyphens, starts with a letter and does not end with a hyphen',
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", description: "" } },
        "clusterParameterGroup.description",
        "0 characters are given, but the description of a parameter group has 1 to 255",
    ],
    [
        group({ name: "aws_default_s3_role", value: role }),
        "clusterParameterGroup.parameters[0].name",
        '"aws_default_s3_role" is set by the component itself: leave it out',
    ],
    [
        group({ name: "time zone", value: "UTC" }),
        "clusterParameterGroup.parameters[0].name",
        '"time zone" is given, but the name of a parameter has only letters, digits and _.-',
    ],
    [
        group({ name: "time_zone" }),
        "clusterParameterGroup.parameters[0].value",
        "is missing: it is needed here",
    ],
    [
        group({ name: "time_zone", value: "UTC", applyMethod: "now" }),
        "clusterParameterGroup.parameters[0].applyMethod",
        '"now" is given, but only immediate and pending-reboot are known',
    ],

    // The existing role.
    [
        { importFrom, existingRoleArn: "aurora" },
        "existingRoleArn",
        '"aurora" is given, but the ARN of a role is needed, and not of a service-linked one: write one like arn:aws:iam::123456789012:role/aurora',
    ],
    ...Object.entries({
        roleName: "aurora",
        roleDescription: "Aurora",
        permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
        sourceAccount: "123456789012",
        sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:sales"],
        unconditionalTrust: true,
    }).map(([input, value]): [Record<string, unknown>, string, string] => [
        { importFrom, existingRoleArn: role, [input]: value },
        input,
        "is given beside existingRoleArn: leave one of them out",
    ]),
    [
        {
            importFrom: [{ bucket: "arn:aws:s3:::raw" }],
            existingRoleArn: "arn:aws-cn:iam::123456789012:role/aurora",
        },
        "existingRoleArn",
        '"arn:aws-cn:iam::123456789012:role/aurora" is in the partition aws-cn, but importFrom[0].bucket is in aws: a role reaches one partition only',
    ],

    // Values beside each other.
    [
        { importFrom, exportTo: importFrom, importPolicyName: "Aurora", exportPolicyName: "aurora" },
        "exportPolicyName",
        '"aurora" is importPolicyName too: give each policy a name of its own',
    ],
    [
        { importFrom: many, importPolicyName: "a".repeat(128) },
        "importPolicyName",
        "128 characters are given, but the name of a policy, which -2 follows, has 1 to 126",
    ],
    [
        { ...postgresql, kmsKeys: [{ keyArn: key }], kmsPolicyName: "a".repeat(122) },
        "kmsPolicyName",
        "122 characters are given, but the name of a policy, which -import follows, has 1 to 121",
    ],
    [
        {
            importFrom,
            engineVersion: "5.7.mysql_aurora.2.12.5",
            clusterParameterGroup: { family: "aurora-mysql8.0" },
        },
        "clusterParameterGroup.family",
        '"aurora-mysql8.0" is given, but the engine version "5.7.mysql_aurora.2.12.5" is of the family "aurora-mysql5.7": write that, or leave it out',
    ],
    [
        {
            importFrom,
            sourceAccount: "210987654321",
            sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:sales"],
        },
        "sourceArns[0]",
        '"arn:aws:rds:us-east-1:123456789012:cluster:sales" is not of the account "210987654321" in sourceAccount, so that RDS could never assume the role: give one account',
    ],
    [
        { importFrom, sourceArns: ["arn:aws:rds:us-east-1:123456789012:cluster:${aws:username}"] },
        "sourceArns[0]",
        '"arn:aws:rds:us-east-1:123456789012:cluster:${aws:username}" is given, but a source is the ARN of an RDS resource: write one like arn:aws:rds:us-east-1:123456789012:cluster:my-cluster',
    ],
    [
        {
            importFrom: [{ bucket: "arn:aws:s3:::raw" }],
            permissionsBoundary: "arn:aws-cn:iam::aws:policy/PowerUserAccess",
        },
        "permissionsBoundary",
        '"arn:aws-cn:iam::aws:policy/PowerUserAccess" is in the partition aws-cn, but importFrom[0].bucket is in aws: a role reaches one partition only',
    ],
    [
        group({ name: "time_zone", value: "UTC" }, { name: "TIME_ZONE", value: "CET" }),
        "clusterParameterGroup.parameters[1].name",
        '"TIME_ZONE" is the name of clusterParameterGroup.parameters[0] too: leave one out',
    ],
    [
        group({ name: "AWS_default_s3_role", value: role }),
        "clusterParameterGroup.parameters[0].name",
        '"AWS_default_s3_role" is set by the component itself: leave it out',
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "Sales" }, { clusterIdentifier: "sales", name: "b" }] },
        "clusters[1].clusterIdentifier",
        '"sales" is the cluster of clusters[0] too, but a cluster has a role once: leave one out',
    ],
    [
        { kmsKeys: [{ keyArn: key }], clusterParameterGroup: { family: "aurora-mysql8.0" } },
        "clusterParameterGroup",
        "is given with kmsKeys alone, which need no parameters: leave it out, or give importFrom, exportTo or predefinedPolicy",
    ],
    ...Object.entries({ path: "/aurora/", tags: { team: "sales" } }).map(
        ([input, value]): (typeof mistakes)[number] => [
            { predefinedPolicy: "AmazonS3FullAccess", existingRoleArn: role, [input]: value },
            input,
            "is given, but neither a role nor a policy is made: leave it out",
        ],
    ),
    [
        {
            importFrom,
            existingRoleArn:
                "arn:aws:iam::123456789012:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS",
        },
        "existingRoleArn",
        '"arn:aws:iam::123456789012:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS" is given, but the ARN of a role is needed, and not of a service-linked one: write one like arn:aws:iam::123456789012:role/aurora',
    ],
    [
        { importFrom, engine: "toString" },
        "engine",
        '"toString" is given, but only aurora-mysql and aurora-postgresql are known',
    ],

    // Policies that splitting cannot make small enough.
    [
        {
            importFrom: Array.from({ length: 30 }, (_, i) => ({ bucket: `Old_${i}_`.padEnd(255, "b") })),
        },
        "importFrom",
        "importFrom[0] to importFrom[29] make a policy of 16497 characters, but IAM takes 6144: move some of them to another AuroraS3Access",
    ],
    [
        {
            kmsKeys: Array.from({ length: 100 }, (_, i) => ({ keyArn: `${key}${i}` })),
        },
        "kmsKeys",
        "100 keys make a policy of 8085 characters, but IAM takes 6144: move some of them to another AuroraS3Access",
    ],
];
