import fc from "fast-check";

/** Not the account of the cluster, too: a bucket or a key may be somebody else's. */
const account = fc.constantFrom("123456789012", "210987654321");
const keyId = fc.constantFrom(
    "1234abcd-12ab-34cd-56ef-1234567890ab",
    "mrk-1234abcd12ab34cd56ef1234567890ab",
    "9876fedc-98fe-76dc-54ba-ba0987654321",
);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_kms.html */
export const keyArn = fc
    .tuple(fc.constantFrom("us-east-1", "eu-central-1", "ap-southeast-2"), account, keyId)
    .map(([region, owner, id]) => `arn:aws:kms:${region}:${owner}:key/${id}`);

const bucketName = fc.constantFrom(
    "raw-data",
    "reports",
    "old.reports",
    "raw",
    "b".repeat(63),
    "1.2.3",
    "Old_Bucket",
    `O${"l".repeat(80)}d`,
);
const bucket = fc
    .tuple(bucketName, fc.boolean())
    .map(([name, isArn]) => (isArn ? `arn:aws:s3:::${name}` : name));

/** `{` is there for what looks like a policy variable and is none. */
const pieces = [
    ...[
        "incoming",
        "2026-01",
        "a b",
        "it's",
        '"so"',
        "ä",
        "ÿ",
        "~",
        "+(x)[y]",
        "\\",
        ".csv",
        "=",
        "%20",
        "&",
        "#",
    ],
    ...["/", "/", "*", "*", "?", "${*}", "${?}", "${$}", "$", "{}", "{", "a:b", "\t"],
];
const pattern = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
    .map((chosen) => chosen.join(""))
    .filter((chosen) => !/\$\{(?![*?$]\})|^arn:|^s3:/.test(chosen));

/** As long as a key of S3. */
const longPattern = fc
    .tuple(pattern, fc.constantFrom("x", "é", '"'), fc.constantFrom("", "*"))
    .map(([start, filler, end]) => {
        const literal = start.replace(/\$\{[*?$]\}/g, "$");
        const left = 1024 - Buffer.byteLength(literal) - end.length;
        return start + filler.repeat(Math.floor(left / Buffer.byteLength(filler))) + end;
    });

/** Object patterns of an import, or of Aurora PostgreSQL, which name whole keys. */
const anyPattern = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("incoming/*", "a/?.csv", "exports/2026*", "b", "*") },
    { weight: 12, arbitrary: pattern },
    { weight: 1, arbitrary: longPattern },
);

/**
 * Object patterns of an export of Aurora MySQL, which writes `<prefix>.part_00000`, `.part_00001` and so on, and `<prefix>.manifest`.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.SaveIntoS3.html
 */
const partsPattern = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom("exports/*", "*", "daily*") },
    {
        weight: 14,
        arbitrary: fc
            .tuple(pattern, fc.constantFrom("*", "/*", "*.part_*", ".part_?????", "?*", ".part_0000?"))
            .map((parts) => parts.join("")),
    },
    { weight: 1, arbitrary: longPattern.filter((long) => long.endsWith("*")) },
);

const objectsOf = (each: fc.Arbitrary<string>) =>
    fc.oneof(
        { weight: 9, arbitrary: fc.uniqueArray(each, { minLength: 1, maxLength: 4 }) },
        // So many that they do not fit into one policy.
        { weight: 1, arbitrary: fc.constantFrom(...[9, 20].map((count) => longPatterns(count))) },
    );

export function longPatterns(count: number): string[] {
    return Array.from({ length: count }, (_, i) => `${`${i}/`.padEnd(800, "x")}*`);
}

const locationOf = (objects: fc.Arbitrary<string[]>) =>
    fc.oneof(
        {
            weight: 12,
            arbitrary: fc.record({ bucket, objects, kmsKeyArn: keyArn }, { requiredKeys: ["bucket"] }),
        },
        {
            weight: 1,
            arbitrary: fc.record(
                { bucket: fc.constant("*"), kmsKeyArn: keyArn },
                { requiredKeys: ["bucket"] },
            ),
        },
    );

const locationsOf = (objects: fc.Arbitrary<string[]>) =>
    fc.oneof(
        { weight: 15, arbitrary: fc.array(locationOf(objects), { minLength: 1, maxLength: 4 }) },
        // So many that they do not fit into one policy, though each is short.
        {
            weight: 1,
            arbitrary: fc
                .constantFrom(30, 45, 90)
                .map((count) => Array.from({ length: count }, (_, i) => ({ bucket: `bucket-${i}` }))),
        },
    );

export const importLocations = locationsOf(objectsOf(anyPattern));
export const exportLocations = locationsOf(objectsOf(partsPattern));

export const kmsKeys = fc.array(
    fc.record({ keyArn, forExport: fc.boolean() }, { requiredKeys: ["keyArn"] }),
    {
        minLength: 1,
        maxLength: 3,
    },
);
