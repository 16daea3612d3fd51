import fc from "fast-check";
import { findMistakes } from "../../../provider/validation/findMistakes";

/** Inputs of the component, all of them plain. */
export type Configuration = Record<string, unknown>;

const account = "123456789012";
const keyArn = fc
    .constantFrom("1234abcd-12ab-34cd-56ef-1234567890ab", "mrk-1234abcd12ab34cd56ef1234567890ab", "9876fedc")
    .map((id) => `arn:aws:kms:us-east-1:${account}:key/${id}`);
const bucket = fc.constantFrom(
    "raw-data",
    "reports",
    "arn:aws:s3:::raw-data",
    "arn:aws:s3:::old.reports",
    "Old_Bucket",
);
const locations = (...patterns: string[]) => {
    const objects = fc.uniqueArray(fc.constantFrom(...patterns), { minLength: 1, maxLength: 3 });
    return fc.array(
        fc.oneof(
            {
                weight: 9,
                arbitrary: fc.record({ bucket, objects, kmsKeyArn: keyArn }, { requiredKeys: ["bucket"] }),
            },
            { weight: 1, arbitrary: fc.constant({ bucket: "*" }) },
            // Long patterns, so that some lists are split.
            {
                weight: 1,
                arbitrary: fc.record({ bucket, objects: fc.constant(longPatterns(9)), kmsKeyArn: keyArn }),
            },
        ),
        { minLength: 1, maxLength: 4 },
    );
};

function longPatterns(count: number): string[] {
    return Array.from({ length: count }, (_, i) => `${`${i}/`.padEnd(800, "x")}*`);
}

const name = fc.constantFrom("sales", "AllowAuroraToExampleBucket", "team.data@eu", "a");
const clusterIdentifiers = ["sales", "Marketing", "eu-reports"];
const clusters = fc.uniqueArray(
    fc.record(
        {
            clusterIdentifier: fc.constantFrom(...clusterIdentifiers),
            name: fc.constantFrom("one", "two", "three"),
        },
        { requiredKeys: ["clusterIdentifier"] },
    ),
    { minLength: 1, maxLength: 3, selector: ({ clusterIdentifier }) => clusterIdentifier },
);
const parameter = fc.record(
    {
        name: fc.constantFrom("time_zone", "server_audit_logging", "max_connections"),
        value: fc.constantFrom("1", "UTC"),
        applyMethod: fc.constantFrom("immediate", "pending-reboot"),
    },
    { requiredKeys: ["name", "value"] },
);
const versions = [
    "8.0.mysql_aurora.3.10.0",
    "8.0",
    "5.7.mysql_aurora.2.12.5",
    "8.4.mysql_aurora.8.4.7",
    "16.4",
    "11",
];

/** Inputs of any kind, right and wrong in how they are put together. */
const anyConfiguration: fc.Arbitrary<Configuration> = fc.record(
    {
        importFrom: locations("incoming/*", "a/?.csv", "incoming/2026*", "b"),
        exportTo: locations("exports/*", "a/?.part_*", "exports/2026*", "b.*"),
        predefinedPolicy: fc.constantFrom("AmazonS3ReadOnlyAccess", "AmazonS3FullAccess"),
        kmsKeys: fc.array(fc.record({ keyArn, forExport: fc.boolean() }, { requiredKeys: ["keyArn"] }), {
            minLength: 1,
            maxLength: 3,
        }),
        clusters,
        engine: fc.constantFrom("aurora-mysql", "aurora-postgresql"),
        engineVersion: fc.constantFrom(...versions),
        clusterParameterGroup: fc.record(
            {
                family: fc.constantFrom("aurora-mysql8.0", "aurora-mysql5.7"),
                name,
                description: fc.constant("Parameters of sales"),
                parameters: fc.uniqueArray(parameter, {
                    minLength: 1,
                    maxLength: 3,
                    selector: (each) => each.name,
                }),
            },
            { requiredKeys: [] },
        ),
        existingRoleArn: fc.constant(`arn:aws:iam::${account}:role/team/aurora`),
        importPolicyName: name,
        importPolicyDescription: fc.constant("What Aurora loads"),
        exportPolicyName: name.map((it) => `${it}-export`),
        exportPolicyDescription: fc.constant("Where Aurora writes"),
        kmsPolicyName: name.map((it) => `${it}-kms`),
        kmsPolicyDescription: fc.constant("The keys"),
        roleName: name,
        roleDescription: fc.constant("Aurora's way to S3"),
        path: fc.constantFrom("/", "/aurora/", "/a/b/"),
        permissionsBoundary: fc.constant("arn:aws:iam::aws:policy/PowerUserAccess"),
        tags: fc.dictionary(
            fc.constantFrom("team", "stage", "cost:center"),
            fc.constantFrom("sales", "", "a b"),
            {
                maxKeys: 3,
            },
        ),
        sourceAccount: fc.constant(account),
        sourceArns: fc.uniqueArray(
            fc
                .constantFrom("sales", "*", "eu-reports")
                .map((id) => `arn:aws:rds:us-east-1:${account}:cluster:${id}`),
            { minLength: 1 },
        ),
        sourceConditions: fc.constantFrom("Required", "IfExists", "None"),
    },
    { requiredKeys: [] },
);

const described = {
    importFrom: ["importPolicyName", "importPolicyDescription"],
    exportTo: ["exportPolicyName", "exportPolicyDescription"],
    kmsKeys: ["kmsPolicyName", "kmsPolicyDescription"],
};
const ofNewRole = [
    "roleName",
    "roleDescription",
    "permissionsBoundary",
    "sourceAccount",
    "sourceArns",
    "sourceConditions",
];

/** Leaves out what does not go together, so that most configurations are right. */
function tidied(given: Configuration): Configuration {
    const it = { ...given };
    const remove = (inputs: string[]) => inputs.forEach((input) => delete it[input]);
    if (it.importFrom ?? it.exportTo) remove(["predefinedPolicy"]);
    if (!it.importFrom && !it.exportTo && !it.predefinedPolicy && !it.kmsKeys)
        it.importFrom = [{ bucket: "raw-data" }];
    for (const [input, names] of Object.entries(described)) if (!it[input]) remove(names);
    if (it.existingRoleArn) remove(ofNewRole);
    if (it.sourceConditions === "None") remove(["sourceAccount", "sourceArns"]);
    if (it.engine === "aurora-postgresql") {
        remove(["clusterParameterGroup", "kmsKeys", "kmsPolicyName", "kmsPolicyDescription"]);
        if (/mysql|^[58]/.test(String(it.engineVersion))) it.engineVersion = "16.4";
    } else if (String(it.engineVersion).startsWith("1")) it.engineVersion = "8.0";
    return it;
}

export const validConfiguration = anyConfiguration
    .map(tidied)
    .filter((inputs) => findMistakes(inputs).length === 0);

/** Stands for a value that stands elsewhere in the inputs, too. */
const copy = Symbol("a copy");

/** Wrong in one to three places, of which the one does not hide the other. */
export const invalidConfiguration = fc
    .tuple(
        validConfiguration,
        fc.array(
            fc.tuple(
                fc.nat(),
                fc.constantFrom<unknown>(
                    "",
                    "no such thing!",
                    "s3://raw/in",
                    "arn:aws:s3:::raw/*",
                    "alias/sales",
                    5,
                    true,
                    copy,
                ),
                fc.nat(),
            ),
            { minLength: 1, maxLength: 3 },
        ),
        fc.option(anyConfiguration),
    )
    .map(([inputs, wrongs, other]) => {
        const mixed = other === null ? inputs : { ...inputs, ...other };
        return wrongs.reduce<Configuration>(
            (it, [at, wrong, from]) =>
                replaced(
                    it,
                    at,
                    wrong === copy ? leavesOf(it)[from % leavesOf(it).length] : wrong,
                ) as Configuration,
            mixed,
        );
    })
    .filter((inputs) => findMistakes(inputs).length > 0);

/** The value with another one in place of its leaf number `at`, counted around. */
function replaced(value: unknown, at: number, by: unknown): unknown {
    let left = at % leavesOf(value).length;
    const walk = (each: unknown): unknown => {
        if (Array.isArray(each)) return each.map(walk);
        if (typeof each === "object" && each !== null)
            return Object.fromEntries(Object.entries(each).map(([key, field]) => [key, walk(field)]));
        return left-- === 0 ? by : each;
    };
    return walk(value);
}

const leavesOf = (value: unknown): unknown[] =>
    typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
