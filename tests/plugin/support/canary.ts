import fc from "fast-check";
import { output, secret, unknownOutput, type Props, type Wire } from "./wire";

/** What secrets are made of, and nothing else is: a rare character, word and number. */
const canaries = ["\u2603", "zqxj", "7391"];
const canary = new RegExp(canaries.join("|"), "gi");

/** The pieces of text around what ought to be hidden. */
export function hiddenIn(value: unknown): string[] {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return [...text.matchAll(canary)].slice(0, 5).map(({ index }) => text.slice(index - 200, index + 50));
}

/** Secret strings, valid in one place or another or not at all. */
const secretString: fc.Arbitrary<string> = fc
    .tuple(fc.constantFrom(...canaries), fc.stringMatching(/^[a-z0-9]{0,3}$/))
    .chain(([word, more]) => {
        const it = `${word}${more}`;
        return fc.constantFrom(
            it,
            `${it}-raw`,
            `${it}!`,
            `x"${it} y`,
            `\n${it}\\`,
            `${it}_Raw`,
            `${it}-s3alias`,
            `${it}--x-s3`,
            `s3://${it}/${it}`,
            `${it}/${it}`,
            `https://${it}.s3.amazonaws.com/`,
            `arn:aws:s3:::${it}`,
            `arn:aws:s3:::${it}/${it}`,
            `arn:aws-${it}:s3:::${it}`,
            `arn:aws:s3:us-east-1:123456789012:accesspoint/${it}`,
            `arn:aws:kms:us-east-1:123456789012:key/${it}`,
            `arn:aws-${it}:kms:us-east-1:123456789012:key/${it}`,
            `arn:aws:kms:us-east-1:123456789012:alias/${it}`,
            `alias/${it}`,
            `alias/aws/${it}`,
            `arn:aws:iam::123456789012:role/${it}`,
            `arn:aws:iam::123456789012:role/aws-service-role/${it}`,
            `arn:aws:iam::123456789012:policy/${it}`,
            `arn:aws:rds:us-east-1:739173917391:cluster:${it}`,
            `arn:aws:rds:us-east-1:123456789012:cluster:${it}`,
            `${it}.rds.amazonaws.com`,
            "739173917391",
            "73.91.mysql_aurora.7.39.1.7391",
            "7391.0.mysql_aurora.3.10.0",
            "3.7391.0",
            "3.7.391",
            "16.7391",
            `aurora-mysql-${it}`,
            "aurora-mysql7391.0",
            `/${it}/`,
            `${it}*`,
            `*${it}`,
            `/${it}`,
            `${it}/`,
            `\${${it}`,
            `aws:${it}`,
            `urn:pulumi:${it}`,
            `[object Object]${it}`,
            `Calling __str__ on an Output[${it}]`,
            // Of a length that would tell itself.
            it.repeat(Math.ceil(7391 / it.length)).slice(0, 7391),
            `Old_${it}`.padEnd(255, it),
        );
    });

const secretScalar: fc.Arbitrary<Wire> = fc.oneof(
    { weight: 8, arbitrary: secretString },
    { weight: 1, arbitrary: fc.constantFrom<Wire>(7391, -7391.5) },
);

/** Strings that are valid in a place: a plain one, and secret ones. */
const valid = {
    bucket: ["raw", "arn:aws:s3:::zqxj", "zqxj-raw", "zqxj_Raw", "arn:aws-cn:s3:::zqxj", "7391-raw"],
    pattern: ["incoming/*", "zqxj/*", "zqxj*", "*zqxj", "/zqxj", "zqxj/"],
    exported: ["exports/*", "zqxj/*", "zqxj*", "*zqxj.part_*", "/zqxj.part_00000", "zqxj.m*"],
    keyArn: [
        "arn:aws:kms:us-east-1:123456789012:key/1234abcd",
        "arn:aws:kms:us-east-1:739173917391:key/zqxj",
        "arn:aws:kms:us-east-1:123456789012:key/7391",
    ],
    cluster: ["sales", "zqxj", "zqxj-7391"],
    version: ["8.0.mysql_aurora.3.10.0", "8.0.mysql_aurora.3.739.1", "5.7.mysql_aurora.7391", "739.1"],
    family: ["aurora-mysql8.0", "aurora-mysql739.1"],
    group: ["sales", "zqxj", "zqxj-7391"],
    words: ["sales", "zqxj", "zqxj-7391"],
    roleArn: ["arn:aws:iam::123456789012:role/aurora", "arn:aws:iam::739173917391:role/zqxj"],
    policyArn: ["arn:aws:iam::123456789012:policy/boundary", "arn:aws:iam::739173917391:policy/zqxj"],
    path: ["/aurora/", "/zqxj/"],
    account: ["123456789012", "739173917391"],
    sourceArn: [
        "arn:aws:rds:us-east-1:123456789012:cluster:sales",
        "arn:aws:rds:us-east-1:739173917391:cluster:zqxj",
        `arn:aws:rds:us-east-1:123456789012:cluster:${"zqxj".repeat(100)}`,
    ],
    applyMethod: ["immediate"],
    engine: ["aurora-mysql", "aurora-postgresql"],
    predefinedPolicy: ["AmazonS3ReadOnlyAccess", "AmazonS3FullAccess"],
};

/** How a secret comes: in the forms of new and of older SDKs. */
const wrap = (value: fc.Arbitrary<Wire>): fc.Arbitrary<Wire> =>
    fc
        .tuple(value, fc.boolean())
        .map(([it, isOutput]) => (isOutput ? output(it, { secret: true }) : secret(it)));

/** Makes values, of secrets where all of it is secret. */
type Maker = (isSecret: boolean) => fc.Arbitrary<Wire>;

/** A value, secret as a whole or not: then a part of it may be. Now and then the secret is of another kind. */
const maybeSecret =
    (make: Maker): Maker =>
    (isSecret) =>
        isSecret
            ? fc.oneof({ weight: 60, arbitrary: make(true) }, { weight: 1, arbitrary: secretScalar })
            : fc.oneof(
                  { weight: 30, arbitrary: make(false) },
                  { weight: 30, arbitrary: wrap(make(true)) },
                  { weight: 1, arbitrary: wrap(secretScalar) },
              );

/** A string, more often valid than not. */
const string = ([plain, ...secrets]: readonly string[]): Maker =>
    maybeSecret((isSecret) =>
        isSecret
            ? fc.oneof(...secrets.map((it) => ({ weight: 8, arbitrary: fc.constant(it) })), {
                  weight: 4,
                  arbitrary: secretString,
              })
            : fc.oneof(
                  { weight: 20, arbitrary: fc.constant(plain!) },
                  { weight: 2, arbitrary: fc.constant(unknownOutput()) },
                  { weight: 1, arbitrary: fc.constant("Wrong!") },
              ),
    );

/** What cannot be secret, except in a list or an object that is. */
const plainString =
    ([plain, ...secrets]: readonly string[]): Maker =>
    (isSecret) =>
        fc.oneof(
            {
                weight: 30,
                arbitrary: fc.constantFrom(...(isSecret && secrets.length > 0 ? secrets : [plain!])),
            },
            { weight: 1, arbitrary: wrap(secretString) },
        );

const flag: Maker = () =>
    fc.oneof({ weight: 20, arbitrary: fc.boolean() }, { weight: 1, arbitrary: wrap(fc.boolean()) });

const list = (item: Maker): Maker =>
    maybeSecret((isSecret) => fc.array(item(isSecret), { minLength: 1, maxLength: 3 }) as fc.Arbitrary<Wire>);

const object = (fields: Record<string, Maker>): Maker =>
    maybeSecret((isSecret) => {
        const known = fc.record(
            Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field(isSecret)])),
            { requiredKeys: [Object.keys(fields)[0]!] },
        );
        // The name of a property is secret where its object is.
        const unknown = fc.dictionary(isSecret ? secretString : fc.constant("colour"), secretScalar, {
            minKeys: 1,
            maxKeys: 1,
        });
        const others = isSecret ? unknown : unknown.map((it) => secretsIn(it));
        return fc
            .tuple(
                known,
                fc.oneof({ weight: 20, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: others }),
            )
            .map(([one, other]) => ({ ...one, ...other }) as Wire);
    });

const secretsIn = (object: Props): Props =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, secret(value)]));

const tags: Maker = maybeSecret(
    (isSecret) =>
        fc.dictionary(
            fc.oneof(
                {
                    weight: 9,
                    arbitrary: fc.constantFrom(...(isSecret ? ["zqxj", "7391"] : ["team", "cost"])),
                },
                { weight: 1, arbitrary: isSecret ? secretString : fc.constant("cost!") },
            ),
            string(valid.words)(isSecret),
            { maxKeys: 3 },
        ) as fc.Arbitrary<Wire>,
);

/** Part of the name of a resource, and so shown by the engine, secret or not. */
const nameOfCluster: Maker = () => fc.constantFrom("one", "two");

const locations = (patterns: string[]) =>
    list(
        object({
            bucket: string(valid.bucket),
            objects: (isSecret) => fc.array(plainString(patterns)(isSecret), { minLength: 1, maxLength: 3 }),
            kmsKeyArn: string(valid.keyArn),
        }),
    );

const inputs: Record<string, Maker> = {
    importFrom: locations(valid.pattern),
    exportTo: locations(valid.exported),
    predefinedPolicy: plainString(valid.predefinedPolicy),
    kmsKeys: list(object({ keyArn: string(valid.keyArn), forExport: flag })),
    clusters: list(object({ clusterIdentifier: string(valid.cluster), name: nameOfCluster })),
    engine: plainString(valid.engine.slice(0, 1)),
    engineVersion: string(valid.version),
    clusterParameterGroup: object({
        family: string(valid.family),
        name: string(valid.group),
        description: string(valid.words),
        parameters: list(
            object({
                name: string(valid.words),
                value: string(valid.words),
                applyMethod: string(valid.applyMethod),
            }),
        ),
    }),
    existingRoleArn: string(valid.roleArn),
    importPolicyName: string(valid.words),
    importPolicyDescription: string(valid.words),
    exportPolicyName: string(valid.words),
    exportPolicyDescription: string(valid.words),
    kmsPolicyName: string(valid.words),
    kmsPolicyDescription: string(valid.words),
    roleName: string(valid.words),
    roleDescription: string(valid.words),
    path: string(valid.path),
    permissionsBoundary: string(valid.policyArn),
    tags,
    sourceAccount: string(valid.account),
    sourceArns: list(string(valid.sourceArn)),
    sourceConditions: string(valid.words),
    unknownProperty: string(valid.words),
};

/** Some of the inputs, with secrets in any of their places, valid or not. */
export const anyInputsWithSecrets = fc
    .subarray(
        Object.keys(inputs).filter((name) => name !== "importFrom"),
        { maxLength: 5 },
    )
    .chain((names) =>
        fc.record(Object.fromEntries(["importFrom", ...names].map((name) => [name, inputs[name]!(false)]))),
    ) as fc.Arbitrary<Props>;
