import { group, importFrom, key, location, noValue, postgresql, role, whereFrom } from "./given";
import type { Mistake } from "./mistake";

const bucketRule = "must be a bucket name or ARN, but received";
const mysqlRule = "must be an Aurora MySQL engine version, but received";
const awsManaged = "This key is managed by AWS and needs no permission. Remove the key.";
const unset = "must be set unless exportTo, predefinedPolicy or kmsKeys is set.";

/** What earlier versions accepted, or told nobody how to mend. */
const told: Mistake[] = [
    [
        { importFrom, engineVersion: "3.10.0" },
        "engineVersion",
        '"3.10.0" is an Aurora MySQL version number. Use the engine version, "8.0.mysql_aurora.3.10.0".',
    ],
    [
        { importFrom, engineVersion: "2.12.5" },
        "engineVersion",
        '"2.12.5" is an Aurora MySQL version number. Use the engine version, "5.7.mysql_aurora.2.12.5".',
    ],
    [
        { importFrom, engineVersion: "5.6.mysql_aurora.1.22.2" },
        "engineVersion",
        'must be Aurora MySQL version 2 (5.7) or later, but received "5.6.mysql_aurora.1.22.2". AWS has retired earlier versions. Use a later one, for example, "8.0.mysql_aurora.3.10.0".',
    ],
    [
        { importFrom, engineVersion: "16" },
        "engineVersion",
        `${mysqlRule} the Aurora PostgreSQL version "16". Set engine to "aurora-postgresql", or use an Aurora MySQL version, for example, "8.0.mysql_aurora.3.10.0".`,
    ],
    [
        { importFrom, engine: "postgres" },
        "engine",
        'must be "aurora-mysql" or "aurora-postgresql", but received "postgres". Did you mean "aurora-postgresql"?',
    ],
    [{ importFroms: importFrom }, "importFroms", "unknown property. Did you mean importFrom?"],
    [{ import_from: importFrom }, "import_from", "unknown property. Did you mean importFrom?"],
    [{ importFrom, sourceARNs: [] }, "sourceARNs", "unknown property. Did you mean sourceArns?"],
    [{ importFrom, vpc: "main" }, "vpc", "unknown property."],
    [
        location("raw/in"),
        "importFrom[0].bucket",
        `${bucketRule} the path "raw/in". Set bucket to "raw" and objects to ["in/*"].`,
    ],
    [
        location("raw/in/items.csv"),
        "importFrom[0].bucket",
        `${bucketRule} the path "raw/in/items.csv". Set bucket to "raw" and objects to ["in/items.csv"].`,
    ],
    [
        location("s3-us-east-1://raw/in"),
        "importFrom[0].bucket",
        `${bucketRule} the S3 URI "s3-us-east-1://raw/in". Set bucket to "raw" and objects to ["in/*"].`,
    ],
    [
        location("S3://raw/in"),
        "importFrom[0].bucket",
        `${bucketRule} the S3 URI "S3://raw/in". Set bucket to "raw" and objects to ["in/*"].`,
    ],
    [
        location("urn:pulumi:dev::sales::aws:s3/bucket:Bucket::raw"),
        "importFrom[0].bucket",
        `${bucketRule} the URN of a Pulumi resource. Use the arn output of the resource.`,
    ],
    [
        {
            importFrom,
            clusters: [{ clusterIdentifier: "urn:pulumi:dev::sales::aws:rds/cluster:Cluster::a" }],
        },
        "clusters[0].clusterIdentifier",
        "must be a cluster identifier, but received the URN of a Pulumi resource. Use the clusterIdentifier output of the resource.",
    ],
    [location("raw", { kmsKeyArn: "alias/aws/s3" }), "importFrom[0].kmsKeyArn", awsKey("alias/aws/s3")],
    [
        { kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:alias/aws/s3" }] },
        "kmsKeys[0].keyArn",
        awsKey("arn:aws:kms:us-east-1:123456789012:alias/aws/s3"),
    ],
    [
        { existingRoleArn: role, clusters: [{ clusterIdentifier: "sales" }] },
        "importFrom",
        `${unset} To associate an existing role without adding policies to it, use aws.rds.ClusterRoleAssociation.`,
    ],
    [{ importFrom: 1 }, "importFrom", "must be a list, but received the number 1."],
    [
        { importFrom, sourceAccount: 123456789012 },
        "sourceAccount",
        "must be an AWS account ID, but received the number 123456789012. Put it in quotes.",
    ],
    [
        location("raw", { objects: ["a".repeat(8000)] }),
        "importFrom[0].objects[0]",
        "must be at most 1024 bytes long, the limit for S3 object keys, but received 8000 bytes.",
    ],
    [
        { importFrom, tags: { team: "a".repeat(257) } },
        "tags.team",
        "must be a tag value of at most 256 characters, but received 257 characters.",
    ],
    [{ importFrom, tags: { "": "a" } }, 'tags[""]', "must have a key of 1 to 128 characters."],
    [
        { importFrom, tags: { "a;b": "a" } },
        'tags["a;b"]',
        "must have a key that contains only letters, digits, spaces and _.:/=+-@.",
    ],
];

/** Null in the program leaves a property out; in a list there is nothing to leave out. */
const nulls: Mistake[] = [
    [{ importFrom: null }, "importFrom", unset],
    [location(null), "importFrom[0].bucket", noValue],
    [{ kmsKeys: [{ keyArn: null }] }, "kmsKeys[0].keyArn", noValue],
    [
        { importFrom: [null] },
        "importFrom[0]",
        "must be an object with bucket, but received no value. Use { bucket: bucket.arn }.",
    ],
    [
        location("raw", { objects: [null] }),
        "importFrom[0].objects[0]",
        `must be an object key or a pattern of keys, but received no value. ${whereFrom}`,
    ],
    [
        { importFrom, sourceArns: [null] },
        "sourceArns[0]",
        `must be the ARN of a DB cluster, but received no value. ${whereFrom}`,
    ],
];

const building =
    "Build the string from the resolved value: with apply, with pulumi.interpolate in Node.js, with Output.concat in " +
    "Python, with pulumi.Sprintf in Go, with Output.format in Java, or with Output.Format in .NET.";
const ofOutput = `a string made from an output. ${building}`;
const ofPromise = `a string made from a promise. ${building}`;
const ofObject = "a string made from an object. Use one of its properties instead.";
const ofUndefined = "a string made from an undefined value. Check that the value is set.";

/** What becomes of a value that is put into a string as it is: by the SDKs of Pulumi where they say so, or by the language. */
const traces: [trace: string, received: string][] = [
    // Node.js
    [
        "Calling [toString] on an [Output<T>] is not supported.\n\nTo get the value of an Output<T> as an Output<string> consider either:\n1: o.apply(v => `prefix${v}suffix`)\n2: pulumi.interpolate `prefix${v}suffix`",
        ofOutput,
    ],
    [
        "Calling [toJSON] on an [Output<T>] is not supported.\n\nTo get the value of an Output as a JSON value or JSON string consider either:\n    1: o.apply(v => v.toJSON())\n    2: o.apply(v => JSON.stringify(v))",
        ofOutput,
    ],
    ["[object Promise]", ofPromise],
    ["[object Object]", ofObject],
    ["undefined", ofUndefined],
    // Python
    [
        'Calling __str__ on an Output[T] is not supported.\n\nTo get the value of an Output[T] as an Output[str] consider:\n1. o.apply(lambda v: f"prefix{v}suffix")',
        ofOutput,
    ],
    ["<pulumi.output.Output object at 0x7f83b3c3b710>", ofOutput],
    ["<coroutine object name_of at 0x7f83b3336820>", ofPromise],
    ["<Future pending>", ofPromise],
    ["<Task pending name='Task-2' coro=<name_of() running at main.py:2>>", ofPromise],
    ["<pulumi_aws.s3.bucket.Bucket object at 0x7f83b3c3b710>", ofObject],
    // Java
    [
        "Calling 'toString' on an 'Output<T>' is not supported.\nThis is because the value of an 'Output' is asynchronous.\n\nTo get the value of an Output<T> as an Output<String> consider either:\n1: applyValue(v -> String.format(\"prefix%ssuffix\", v))",
        ofOutput,
    ],
    ["com.pulumi.core.internal.OutputInternal@3232a28a", ofOutput],
    ["java.util.concurrent.CompletableFuture@32ee6fee[Not completed]", ofPromise],
    // Go
    ["{%!s(*internal.OutputState=&{0x2756af95b100 <nil> 0 <nil> <nil> false false 0xec14c0 []})}", ofOutput],
    ["{0xc000123450}", ofOutput],
    ["{OutputState:0x2756af7801c0}", ofOutput],
    // .NET
    [
        'Calling [ToString] on an [Output<T>] is not supported.\n\nTo get the value of an Output<T> as an Output<string> consider:\n1. o.Apply(v => $"prefix{v}suffix")',
        ofOutput,
    ],
    ["Pulumi.Input`1[System.String]", ofOutput],
    ["System.Threading.Tasks.Task`1[System.String]", ofPromise],
];

const stringified = traces.flatMap(([trace, received]): Mistake[] => [
    [location(trace), "importFrom[0].bucket", `${bucketRule} ${received}`],
    [location(`arn:aws:s3:::${trace}`), "importFrom[0].bucket", `${bucketRule} ${received}`],
    [
        location("raw", { objects: [`${trace}/*`] }),
        "importFrom[0].objects[0]",
        `must be an object key or a pattern of keys, but received ${received}`,
    ],
    [
        location("raw", { kmsKeyArn: key.replace(/[^/]*$/, trace) }),
        "importFrom[0].kmsKeyArn",
        `must be the ARN of a KMS key, but received ${received}`,
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: trace }] },
        "clusters[0].clusterIdentifier",
        `must be a cluster identifier, but received ${received}`,
    ],
]);

/** In what people write for people, such a trace may be meant; what the SDKs themselves warn with is not. */
const [[warning]] = traces as [(typeof traces)[number]];
const inFreeText: Mistake[] = [
    [{ importFrom, tags: { team: warning } }, "tags.team", `must be a string, but received ${ofOutput}`],
    [
        { importFrom, roleDescription: warning },
        "roleDescription",
        `must be a description, but received ${ofOutput}`,
    ],
    [
        { importFrom, importPolicyDescription: warning },
        "importPolicyDescription",
        `must be a description, but received ${ofOutput}`,
    ],
    [
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0", description: warning } },
        "clusterParameterGroup.description",
        `must be a description, but received ${ofOutput}`,
    ],
    [
        group({ name: "time_zone", value: warning }),
        "clusterParameterGroup.parameters[0].value",
        `must be a string, but received ${ofOutput}`,
    ],
];

/** Inputs that were found by use, and by what each language makes of an output in a string. */
export const findings: Mistake[] = [
    ...told,
    ...nulls,
    ...stringified,
    ...inFreeText,
    [
        location("Pulumi.Aws.S3.Bucket"),
        "importFrom[0].bucket",
        `${bucketRule} a string made from an object. Use one of its properties instead.`,
    ],
    [
        { ...postgresql, engineVersion: "3.10.0" },
        "engineVersion",
        'must be an Aurora PostgreSQL engine version, but received the Aurora MySQL version "3.10.0". Set engine to "aurora-mysql", or use an Aurora PostgreSQL version, for example, "16.4".',
    ],
    // What a property is meant by is told alone.
    [{ kmsKeys: [{ key_arn: key }] }, "kmsKeys[0].key_arn", "unknown property. Did you mean keyArn?"],
    [
        { importFrom: [{ bucketName: "raw" }] },
        "importFrom[0].bucketName",
        "unknown property. Did you mean bucket?",
    ],
    [
        { importFrom, clusterParameterGroup: { parameterGroupFamily: "aurora-mysql8.0" } },
        "clusterParameterGroup.parameterGroupFamily",
        "unknown property. Did you mean family?",
    ],
    [{ imports: importFrom }, "imports", "unknown property. Did you mean importFrom?"],
    [{ importFrom, role: "aurora" }, "role", "unknown property. Did you mean roleName?"],
    ...["arn:aws:s3:::*", "raw-*"].map((bucket): Mistake => [
        location(bucket),
        "importFrom[0].bucket",
        `${bucketRule} "${bucket}". Wildcards in bucket names are not supported. Name each bucket, or set bucket to "*" for every bucket.`,
    ]),
    [
        location("s3.us-east-1.amazonaws.com/raw"),
        "importFrom[0].bucket",
        `${bucketRule} the URL "s3.us-east-1.amazonaws.com/raw". Use the name or ARN of the bucket.`,
    ],
    ...["None", "undefined-raw", "raw-undefined"].map((bucket): Mistake => [
        location(bucket),
        "importFrom[0].bucket",
        `${bucketRule} a string made from an undefined value. Check that the value is set.`,
    ]),
    ...["aws/s3", "AES256", "aws:kms"].map((kmsKeyArn): Mistake => [
        location("raw", { kmsKeyArn }),
        "importFrom[0].kmsKeyArn",
        `must be the ARN of a KMS key, but received "${kmsKeyArn}". Encryption without a key of your own needs no permission. Remove the key.`,
    ]),
    [
        { importFrom, engineVersion: "8.0.mysql_aurora.2.11" },
        "engineVersion",
        'must be an Aurora MySQL engine version, but received "8.0.mysql_aurora.2.11". Use the engine version, for example, "8.0.mysql_aurora.3.10.0".',
    ],
    [
        { importFrom, engineVersion: "8.4.mysql_aurora.3.10.0" },
        "engineVersion",
        'must be an Aurora MySQL engine version, but received "8.4.mysql_aurora.3.10.0". Use the engine version, for example, "8.0.mysql_aurora.3.10.0".',
    ],
    [
        { importFrom, tags: { production: true } },
        "tags.production",
        "must be a string, but received the boolean true. Put it in quotes.",
    ],
];

function awsKey(alias: string): string {
    return `must be the ARN of a KMS key, but received the alias "${alias}". ${awsManaged}`;
}
