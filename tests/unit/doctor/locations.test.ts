import assert from "node:assert/strict";
import { read, type Database } from "../../../doctor/facts";
import { locationOf, locationsOfPolicies } from "../../../doctor/locations";
import { allowing, healthy, lambdaRole, plain, policy, roleArn, type Kind } from "../../support/doctor/facts";
import { isRead } from "../../../doctor/facts";

describe("an S3 URI", () => {
    const table: [uri: string, expected: object][] = [
        ["s3://raw/incoming/orders.csv", { bucket: "raw", key: "incoming/orders.csv", region: undefined }],
        ["s3://raw", { bucket: "raw", key: "", region: undefined }],
        ["s3://raw/", { bucket: "raw", key: "", region: undefined }],
        ["s3://raw.example.com/a b/ä", { bucket: "raw.example.com", key: "a b/ä", region: undefined }],
        ["s3-us-west-2://raw/in/", { bucket: "raw", key: "in/", region: "us-west-2" }],
        ["s3-us-gov-west-1://raw/in", { bucket: "raw", key: "in", region: "us-gov-west-1" }],
    ];
    for (const [uri, expected] of table) {
        it(`${uri} names a location`, () => {
            assert.deepEqual(locationOf("import", uri), {
                direction: "import",
                ...expected,
                from: "argument",
            });
        });
    }

    for (const uri of [
        "raw/in",
        "s3:/raw",
        "s3://",
        "https://raw.s3.amazonaws.com/in",
        "s3-west://raw",
        "s3://r",
    ]) {
        it(`is not ${uri}`, () => {
            assert.deepEqual(locationOf("import", uri), {
                error: `must be an S3 URI, but received ${JSON.stringify(uri)}. For example, "s3://raw/incoming/orders.csv".`,
            });
        });
    }
});

const databaseOf = (kind: Kind): Database => {
    const { database } = healthy(kind);
    return isRead(database) ? database.read! : assert.fail();
};

const roleWith = (...statements: object[]) => ({
    ...lambdaRole(roleArn("sales")),
    inlinePolicies: read([{ name: "s3", document: read(policy(...statements)) }]),
});

const inShort = (kind: Kind, ...statements: object[]) =>
    locationsOfPolicies(databaseOf(kind), [roleWith(...statements)]).map(
        ({ direction, bucket, key, pattern }) => `${direction} ${bucket} ${key} ${pattern}`,
    );

describe("the locations of policies", () => {
    it("are those of the healthy policies of each engine, in each direction", () => {
        for (const engine of ["mysql3", "postgresql"] as const) {
            const kind: Kind = { ...plain, engine, directions: ["import", "export"] };
            const { roles, parameters } = healthy(kind);
            assert.deepEqual(locationsOfPolicies(databaseOf(kind), roles, parameters), [
                {
                    direction: "import",
                    bucket: "raw",
                    key: "incoming/",
                    pattern: "incoming/*",
                    from: "policy",
                },
                { direction: "export", bucket: "reports", key: "daily/", pattern: "daily/*", from: "policy" },
            ]);
        }
    });

    it("are of both directions where a bucket is for both", () => {
        const actions = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"];
        assert.deepEqual(inShort(plain, allowing(actions, "arn:aws:s3:::raw/*")), [
            "import raw  *",
            "export raw  *",
        ]);
    });

    it("have what stands before the first wildcard for a key", () => {
        assert.deepEqual(inShort(plain, allowing("s3:Get*", "arn:aws:s3:::raw/a?/b*.csv")), [
            "import raw a a?/b*.csv",
        ]);
    });

    it("are buckets whose objects are missing, too", () => {
        assert.deepEqual(inShort(plain, allowing("s3:ListBucket", "arn:aws:s3:::raw")), [
            "import raw  undefined",
        ]);
    });

    it("are none of what names no bucket, and of what is denied", () => {
        assert.deepEqual(
            inShort(plain, allowing("*", "*"), allowing("s3:*", "arn:aws:s3:::raw*/*"), {
                ...allowing("s3:GetObject", "arn:aws:s3:::raw/*"),
                Effect: "Deny",
            }),
            [],
        );
    });

    it("are not those of roles for other services", () => {
        const kind = { ...plain, otherRoles: 1 };
        const { roles, parameters } = healthy(kind);
        const other = {
            ...roleWith(allowing("s3:GetObject", "arn:aws:s3:::models/*")),
            arn: roleArn("lambda-0"),
        };
        const found = locationsOfPolicies(databaseOf(kind), [...roles, other], parameters);
        assert.deepEqual(
            found.map(({ bucket }) => bucket),
            ["raw"],
        );
    });
});
