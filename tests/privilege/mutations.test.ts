import assert from "node:assert/strict";
import type { AnyPolicyDocument } from "../../provider/policy/evaluation";
import { useDeployed } from "./deployed";
import { calledCells, evaluatedCells, wrong } from "./matrix/cells";
import { rows, type Row } from "./matrix/expected";
import { roleWith, statementsOf, type Grant } from "./roleWith";

/** The mistakes that people make when they write such a policy, and the calls that the matrix then finds. */
interface Mutation {
    readonly mistake: string;
    readonly of: Row;
    readonly mutate: (grants: Grant[]) => Grant[];
    readonly found: readonly string[];
}

const rowOf = (feature: Row["feature"], about?: string) =>
    rows.find((row) => row.feature === feature && row.about === about)!;

const mutations: readonly Mutation[] = [
    {
        mistake: "s3:GetObject* instead of s3:GetObject",
        of: rowOf("load"),
        mutate: (grants) =>
            grants.map((grant) => ({
                ...grant,
                Action: grant.Action.map((action) => (action === "s3:GetObject" ? "s3:GetObject*" : action)),
            })),
        found: [
            "an object in scope: s3:GetObjectAcl (GetObjectAcl) is allowed",
            "an object in scope: s3:GetObjectAttributes (GetObjectAttributes) is allowed",
            "an object in scope: s3:GetObjectLegalHold (GetObjectLegalHold) is allowed",
            "an object in scope: s3:GetObjectRetention (GetObjectRetention) is allowed",
            "an object in scope: s3:GetObjectTagging (GetObjectTagging) is allowed",
            "an object in scope: s3:GetObjectTorrent (GetObjectTorrent) is allowed",
            "an object in scope: s3:GetObjectVersionAcl (GetObjectAcl) is allowed",
            "an object in scope: s3:GetObjectVersionAttributes (GetObjectAttributes) is allowed",
            "an object in scope: s3:GetObjectVersionTagging (GetObjectTagging) is allowed",
        ],
    },
    {
        mistake: "no s3:ListBucket",
        of: rowOf("load"),
        mutate: (grants) => grants.filter(({ Action }) => !Action.includes("s3:ListBucket")),
        found: [
            "the bucket: s3:ListBucket (HeadBucket) is denied",
            "the bucket: s3:ListBucket (ListObjects) is denied",
            "the bucket: s3:ListBucket (ListObjectsV2) is denied",
        ],
    },
    {
        mistake: "object actions on the bucket, without /*",
        of: rowOf("wholeBucket"),
        mutate: (grants) =>
            grants.map((grant) => ({
                ...grant,
                Resource: grant.Resource.map((arn) => arn.replace(/\/\*$/, "")),
            })),
        found: [
            "an object in scope: s3:GetObject (GetObject) is denied",
            "an object in scope: s3:GetObject (HeadObject) is denied",
            "an object in scope: s3:GetObjectVersion (GetObject) is denied",
            "an object in scope: s3:GetObjectVersion (HeadObject) is denied",
        ],
    },
    {
        mistake: "s3:PutObject on the bucket to import from",
        of: rowOf("both", "where it imports"),
        mutate: (grants) => [
            ...grants,
            { Effect: "Allow", Action: ["s3:PutObject"], Resource: ["arn:aws:s3:::sales-raw/incoming/*"] },
        ],
        found: [
            "an object in scope: s3:PutObject (PutObject) is allowed",
            "an object in scope: s3:PutObject (CreateMultipartUpload) is allowed",
            "an object in scope: s3:PutObject (UploadPart) is allowed",
            "an object in scope: s3:PutObject (CompleteMultipartUpload) is allowed",
        ],
    },
    {
        mistake: "kms:Decrypt on every key",
        of: rowOf("postgresqlImport"),
        mutate: (grants) =>
            grants.map((grant) =>
                grant.Action[0] === "kms:Decrypt" ? { ...grant, Resource: ["*"] } : grant,
            ),
        found: ["another KMS key: kms:Decrypt (Decrypt) is allowed"],
    },
];

describe("the matrix", function () {
    this.timeout(120_000);
    const deployed = useDeployed();

    for (const { mistake, of, mutate, found } of mutations) {
        it(`finds ${mistake}`, async () => {
            const { aws, keys, roleOf, documentsOf } = deployed();
            const statements = mutate(statementsOf(await documentsOf(roleOf(of))));
            const role = await roleWith(aws, statements);
            assert.deepEqual(wrong(await calledCells(of, role, aws.aws, keys)), found);
            const document: AnyPolicyDocument = { Version: "2012-10-17", Statement: statements };
            assert.notDeepEqual(wrong(evaluatedCells(of, [document], keys)), []);
        });
    }
});
