import assert from "node:assert/strict";
import { findMistakes } from "../../../provider/validation/findMistakes";
import { later } from "../../../provider/values/known";
import { mistakes } from "../../support/mistakes";
import { group, importFrom, key, location, postgresql, role } from "../../support/mistakes/given";
import { put } from "../../support/mistakes/put";

type Inputs = Record<string, unknown>;

/** The inputs as the advice of a sentence has them, with each of its values or examples. */
function asAdvised(given: Inputs, propertyPath: string, reason: string): Inputs[] {
    const path =
        propertyPath.match(/[^.[\]]+/g)?.map((part) => (/^\d+$/.test(part) ? Number(part) : part)) ?? [];
    const set = /Set bucket to "(.+?)"(?: and objects to (\[.+\]))?\.$/.exec(reason);
    if (set) {
        const [, bucket, objects] = set;
        const mended = put(given, path, bucket);
        return [
            objects === undefined
                ? mended
                : put(mended, [...path.slice(0, -1), "objects"], JSON.parse(objects)),
        ] as Inputs[];
    }
    const [, better] = /Write (".+")\.$/.exec(reason) ?? [];
    if (better !== undefined) return [put(given, path, JSON.parse(better)) as Inputs];
    const [, pattern] = /Add (".+") to objects\.$/.exec(reason) ?? [];
    if (pattern !== undefined)
        return [put(given, [...path, listAt(given, path).length], JSON.parse(pattern)) as Inputs];
    if (reason.includes("Add a pattern")) return [];
    const example = /(?:Use|Set it to|engine version,|[Ee]xample[,:]) "([^"]+)"(?: or "([^"]+)")?/.exec(
        reason,
    );
    return (example ?? [])
        .slice(1)
        .flatMap((value) => (value === undefined ? [] : [put(given, path, value) as Inputs]));
}

const listAt = (given: Inputs, path: (string | number)[]) =>
    path.reduce<unknown>(
        (value, key) => (value as Record<string | number, unknown>)[key],
        given,
    ) as unknown[];
/** One or more of each partition: https://docs.aws.amazon.com/general/latest/gr/rds-service.html */
const regions = [
    "us-east-1",
    "ap-southeast-5",
    "mx-central-1",
    "cn-northwest-1",
    "us-gov-west-1",
    "eusc-de-east-1",
    "us-iso-east-1",
    "us-isob-east-1",
    "eu-isoe-west-1",
    "us-isof-south-1",
];

describe("validation", () => {
    for (const [given, propertyPath, reason] of mistakes) {
        it(`rejects ${JSON.stringify(given).slice(0, 100)}`, () => {
            assert.deepEqual(findMistakes(given), [{ propertyPath, reason }]);
        });

        for (const mended of asAdvised(given, propertyPath, reason)) {
            it(`accepts ${JSON.stringify(mended).slice(0, 100)}, as that advises`, () => {
                assert.deepEqual(findMistakes(mended), []);
            });
        }
    }

    const right: Inputs[] = [
        location("arn:aws-cn:s3:::raw", { objects: ["a/*", "b?.csv", "${$}{x}", "é"] }),
        location("*"),
        location("Old_Bucket_Of_us-east-1"),
        ...[
            "raw-123456789012-us-east-1-an",
            "a-123456789012-us-gov-west-1-an",
            "raw-data-123456789012-eusc-de-east-1-an",
            "arn:aws:s3:::raw-123456789012-ap-southeast-2-an",
            "Old-an",
            "raw-plan",
            "example.com",
            "my.example.s3.bucket",
            "s3-raw",
            "raw.console",
        ].map((bucket) => location(bucket)),
        location("raw", {
            kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab",
        }),
        { importFrom, path: "/" },
        { importFrom, path: "/a/b/" },
        { importFrom, path: "/A.z,0+9@b=c_d-/" },
        { predefinedPolicy: "AmazonS3FullAccess", path: "/team:data//x/" },
        { ...postgresql, kmsKeys: [{ keyArn: key }], importPolicyName: "aurora", kmsPolicyName: "aurora" },
        { importFrom, path: "/a,b/", roleName: "a,b" },
        { importFrom, permissionsBoundary: "arn:aws-cn:iam::123456789012:policy/a/b/bounds" },
        { importFrom, tags: { "rds:team": "rds:sales", 売上: "１", "a:aws": "" } },
        { importFrom, tags: Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`key${i}`, ""])) },
        { ...postgresql, kmsKeys: [{ keyArn: key }], importPolicyName: "aurora", kmsPolicyName: "aurora" },
        { importFrom, path: "/a,b/", roleName: "a,b" },
        { importFrom, permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" },
        { importFrom, sourceArns: ["arn:aws:rds:*:123456789012:cluster:sales-*"] },
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "us", name: "us" }] },
        { importFrom, sourceConditions: "Required", sourceAccount: "123456789012" },
        {
            importFrom,
            clusters: [
                { clusterIdentifier: "eu", name: "b", formerNames: ["a", ""] },
                { clusterIdentifier: "us", name: "c" },
            ],
        },
        // A cluster without a Region may be in that of another one, or not.
        {
            importFrom,
            clusters: [
                { clusterIdentifier: "sales" },
                { clusterIdentifier: "sales", region: "us-west-2", name: "west" },
                { clusterIdentifier: "sales", region: "eu-central-1", name: "eu" },
            ],
        },
        ...regions.map((region) => ({ importFrom, clusters: [{ clusterIdentifier: "sales", region }] })),
        { predefinedPolicy: "AmazonS3FullAccess", importFrom: undefined },
        {
            ...postgresql,
            engineVersion: "16.4",
            exportTo: importFrom,
            kmsKeys: [{ keyArn: key, forExport: true }],
        },
        { ...postgresql, existingRoleArn: role, tags: { team: "sales" }, path: "/aurora/" },
        { importFrom, engineVersion: "8.0.mysql_aurora.3.10.0", clusterParameterGroup: {} },
        { importFrom: [{ bucket: "old.bucket.".padEnd(100, "b") }] },
        { importFrom, importPolicyDescription: "売上データ" },
        location("raw", { objects: ["${$}".repeat(300)] }),
        { importFrom, sourceAccount: "123456789012", sourceArns: ["arn:aws:rds:*:123456789012:cluster:*"] },
        group({ name: "activate_all_roles_on_login", value: "1" }),
        {
            importFrom,
            engineVersion: "5.7.mysql_aurora.2.12.5",
            clusterParameterGroup: { parameters: [{ name: "aws_default_s3_role", value: role }] },
        },
        {
            importFrom,
            clusterParameterGroup: {
                family: "aurora-mysql5.7",
                parameters: [{ name: "aws_default_s3_role", value: role }],
            },
        },
        location("raw", { kmsKeyArn: null, objects: undefined }),
        { importFrom, exportTo: null, tags: { team: null }, roleName: null },
        // Free text may hold what elsewhere is the trace of an output.
        { importFrom, tags: { a: "null/x", b: "x/undefined", c: "urn:pulumi:dev" } },
        { importFrom, roleDescription: "100%!(see wiki)", importPolicyDescription: "Uses {0x1}" },
        {
            importFrom,
            clusterParameterGroup: {
                family: "aurora-mysql8.0",
                description: "[object Object]",
                parameters: [{ name: "time_zone", value: "undefined" }],
            },
        },
    ];
    for (const given of right) {
        it(`accepts ${JSON.stringify(given)}`, () => {
            assert.deepEqual(findMistakes(given), []);
        });
    }

    it("tells of each input that cannot be set together with others", () => {
        const given = {
            importFrom,
            sourceConditions: "Required",
            sourceAccount: "123456789012",
            existingRoleArn: role,
        };
        assert.deepEqual(findMistakes(given), [
            {
                propertyPath: "sourceAccount",
                reason: "cannot be set together with existingRoleArn.",
            },
            { propertyPath: "sourceConditions", reason: "cannot be set together with existingRoleArn." },
        ]);
    });

    for (const engine of ["", "mysql", later]) {
        it(`tells of an ARN that is none where the engine is ${String(engine)}, and of nothing that follows from it`, () => {
            const given = {
                importFrom,
                engine,
                clusters: [{ clusterIdentifier: "sales" }],
                sourceAccount: "123456789012",
                sourceArns: ["sales", "arn:aws:rds:us-east-1:123456789012:cluster:orders"],
            };
            assert.deepEqual(
                findMistakes(given).filter(({ propertyPath }) => propertyPath !== "engine"),
                [
                    {
                        propertyPath: "sourceArns[0]",
                        reason: 'must be the ARN of a DB cluster, but received "sales". Use the ARN of the cluster, for example, "arn:aws:rds:us-east-1:123456789012:cluster:sales".',
                    },
                ],
            );
        });
    }

    it("tells of no ARN that suits one of the engines where the engine is not valid", () => {
        const sourceArns = ["arn:aws:rds:us-east-1:123456789012:db:sales"];
        assert.deepEqual(
            findMistakes({ importFrom, engine: "mysql", sourceArns }).map(({ propertyPath }) => propertyPath),
            ["engine"],
        );
    });

    it("tells of clusters without an ARN beside ARNs of another account", () => {
        const given = {
            importFrom,
            clusters: [{ clusterIdentifier: "sales" }],
            sourceAccount: "123456789012",
            sourceArns: ["arn:aws:rds:us-east-1:210987654321:cluster:orders"],
        };
        assert.deepEqual(
            findMistakes(given).map(({ propertyPath }) => propertyPath),
            ["sourceArns", "sourceArns[0]"],
        );
    });
});
