import assert from "node:assert/strict";
import {
    evaluateAccess,
    type AccessDecision,
    type AccessPolicies,
} from "../../../../provider/policy/evaluation";
import { allow, deny, policy } from "./builders";

const roleArn = "arn:aws:iam::123456789012:role/team/sales";
const bucket = "arn:aws:s3:::raw";
const key = "arn:aws:kms:us-east-1:123456789012:key/k";
const accountRoot = "arn:aws:iam::123456789012:root";

const named = (name: string, ...statements: object[]) => ({ name, document: policy(...statements) });
const forWhom = (AWS: string, statement: object) => ({ ...statement, Principal: { AWS } });

const allows = named("identity", allow("s3:ListBucket", bucket), allow("kms:Decrypt", key));
const nothing = named("identity");
const session = "arn:aws:sts::123456789012:assumed-role/sales/1";

interface Row {
    identity?: object[];
    boundary?: object[];
    resource?: object[];
    endpoint?: object[];
    isInAccount?: boolean | undefined;
    isGranted?: boolean;
}

function decision(
    type: "bucket" | "key",
    { identity, boundary, resource, endpoint, isGranted, ...row }: Row,
): AccessDecision {
    const policies: AccessPolicies = {
        identity: identity ? [named("identity", ...identity)] : [allows],
        boundary: boundary && named("boundary", ...boundary),
        resource: resource && named("resource", ...resource),
        endpoint: endpoint && named("endpoint", ...endpoint),
        resourceType: type,
        isInAccount: "isInAccount" in row ? row.isInAccount : true,
        isGranted: isGranted ?? false,
    };
    return evaluateAccess(policies, {
        action: type === "bucket" ? "s3:ListBucket" : "kms:Decrypt",
        resource: type === "bucket" ? bucket : key,
        roleArn,
        context: { "aws:SecureTransport": "true", "aws:SourceVpce": undefined },
    });
}

/** In short: each denial, and each layer of what is unknown. */
const inShort = ({ answer, denials, unknowns }: AccessDecision) =>
    [
        answer,
        ...denials.map(({ layer, kind }) => `${kind} ${layer}`),
        ...unknowns.map(({ layer }) => `? ${layer}`),
    ].join(", ");

const list = allow("s3:ListBucket", bucket);
const decrypt = allow("kms:Decrypt", "*");
const otherAccount = "arn:aws:iam::210987654321:root";
const org = { StringEquals: { "aws:PrincipalOrgID": "o-1" } };

const tables: Record<"bucket" | "key", [what: string, row: Row, expected: string][]> = {
    bucket: [
        ["the role's policy alone", {}, "allowed"],
        ["no policy", { identity: [] }, "denied, implicit identity"],
        ["the bucket policy alone", { identity: [], resource: [forWhom(roleArn, list)] }, "allowed"],
        [
            "a bucket policy for the account alone",
            { identity: [], resource: [forWhom(accountRoot, list)] },
            "denied, implicit identity",
        ],
        [
            "a bucket policy for another role alone",
            { identity: [], resource: [forWhom(`${roleArn}s`, list)] },
            "denied, implicit identity",
        ],
        [
            "a bucket policy for a deleted role alone",
            { identity: [], resource: [forWhom("AROAEXAMPLEEXAMPLE123", list)] },
            "denied, implicit identity",
        ],
        [
            "a bucket policy for everyone alone",
            { identity: [], resource: [{ ...list, Principal: "*" }] },
            "allowed",
        ],
        [
            "a bucket policy for a service alone",
            { identity: [], resource: [{ ...list, Principal: { Service: "rds.amazonaws.com" } }] },
            "denied, implicit identity",
        ],
        ["a boundary that allows it", { boundary: [allow("s3:*", "*")] }, "allowed"],
        ["a boundary that does not", { boundary: [allow("s3:Get*", "*")] }, "denied, implicit boundary"],
        ["neither", { identity: [], boundary: [] }, "denied, implicit identity, implicit boundary"],
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
        [
            "a boundary that does not, and a bucket policy for the role",
            { boundary: [], resource: [forWhom(roleArn, list)] },
            "denied, implicit boundary",
        ],
        [
            "a boundary that does not, and a bucket policy for everyone",
            { boundary: [], resource: [{ ...list, Principal: "*" }] },
            "unknown, ? boundary",
        ],
        [
            "a bucket policy for one of the role's sessions",
            { identity: [], resource: [forWhom(session, list)] },
            "unknown, ? identity",
        ],
        [
            "a Deny of the bucket policy",
            { resource: [{ ...deny("s3:*", bucket), Principal: "*" }] },
            "denied, explicit resource",
        ],
        ["a Deny for another role", { resource: [forWhom(`${roleArn}s`, deny("s3:*", bucket))] }, "allowed"],
        [
            "a Deny without TLS",
            {
                resource: [
                    { ...deny("s3:*", bucket, { Bool: { "aws:SecureTransport": "false" } }), Principal: "*" },
                ],
            },
            "allowed",
        ],
        [
            "a Deny without an endpoint",
            {
                resource: [
                    {
                        ...deny("s3:*", bucket, { StringNotEquals: { "aws:SourceVpce": "vpce-1" } }),
                        Principal: "*",
                    },
                ],
            },
            "denied, explicit resource",
        ],
        [
            "a Deny that depends on the organization",
            {
                resource: [
                    {
                        ...deny("s3:*", bucket, { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }),
                        Principal: "*",
                    },
                ],
            },
            "unknown, ? resource",
        ],
        [
            "such a Deny of another action",
            { resource: [{ ...deny("s3:PutObject", `${bucket}/*`, org), Principal: "*" }] },
            "allowed",
        ],
        [
            "a Deny with NotPrincipal",
            { resource: [{ ...deny("s3:*", bucket), NotPrincipal: { AWS: roleArn } }] },
            "unknown, ? resource",
        ],
        [
            "such a Deny of another action",
            { resource: [{ ...deny("s3:PutObject", `${bucket}/*`), NotPrincipal: { AWS: roleArn } }] },
            "allowed",
        ],
        [
            "a Deny with an operator that is not supported",
            {
                resource: [
                    {
                        ...deny("s3:*", bucket, { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
                        Principal: "*",
                    },
                ],
            },
            "unknown, ? resource",
        ],
        [
            "an Allow with a condition that is not known",
            { identity: [allow("s3:ListBucket", bucket, org)] },
            "unknown, ? identity",
        ],
        [
            "such an Allow beside one without",
            { identity: [allow("s3:ListBucket", bucket, org), list] },
            "allowed",
        ],
        [
            "a Deny of the role's policies",
            { identity: [list, deny("s3:List*", "*")] },
            "denied, explicit identity",
        ],
        [
            "a Deny of the boundary",
            { boundary: [allow("*", "*"), deny("s3:List*", "*")] },
            "denied, explicit boundary",
        ],
        [
            "an endpoint policy that allows it",
            { endpoint: [{ ...allow("*", "*"), Principal: "*" }] },
            "allowed",
        ],
        [
            "an endpoint policy for other buckets",
            { endpoint: [{ ...allow("*", "arn:aws:s3:::other"), Principal: "*" }] },
            "denied, implicit endpoint",
        ],
        [
            "an endpoint policy for the role",
            { endpoint: [forWhom(roleArn, allow("*", "*"))] },
            "unknown, ? endpoint",
        ],
        ["another account, and no bucket policy", { isInAccount: false }, "denied, implicit resource"],
        [
            "another account, and a bucket policy for the role",
            { isInAccount: false, resource: [forWhom(roleArn, list)] },
            "allowed",
        ],
        [
            "another account, and a bucket policy for the account",
            { isInAccount: false, resource: [forWhom("123456789012", list)] },
            "allowed",
        ],
        [
            "another account, and a bucket policy alone",
            { isInAccount: false, identity: [], resource: [forWhom(roleArn, list)] },
            "denied, implicit identity",
        ],
        [
            "another account, and a bucket policy for a third one",
            { isInAccount: false, resource: [forWhom(otherAccount, list)] },
            "denied, implicit resource",
        ],
        ["an unknown account, and no bucket policy", { isInAccount: undefined }, "unknown, ? resource"],
        [
            "an unknown account, and both policies",
            { isInAccount: undefined, resource: [forWhom(roleArn, list)] },
            "allowed",
        ],
        [
            "an unknown account, and no policy",
            { isInAccount: undefined, identity: [] },
            "denied, implicit identity, ? resource",
        ],
    ],
    key: [
        [
            "the account's key policy and the role's policy",
            { resource: [forWhom(accountRoot, decrypt)] },
            "allowed",
        ],
        [
            "the account's key policy alone",
            { identity: [], resource: [forWhom(accountRoot, decrypt)] },
            "denied, implicit identity",
        ],
        [
            "a key policy for the role alone",
            { identity: [], resource: [forWhom(roleArn, decrypt)] },
            "allowed",
        ],
        [
            "a key policy for another role",
            { resource: [forWhom(`${roleArn}s`, decrypt)] },
            "denied, implicit resource",
        ],
        [
            "a key policy for nobody, and no policy",
            { identity: [], resource: [] },
            "denied, implicit resource",
        ],
        ["a grant", { identity: [], resource: [], isGranted: true }, "allowed"],
        [
            "a grant, and a boundary that does not allow it",
            { boundary: [], resource: [], isGranted: true },
            "unknown, ? boundary",
        ],
        [
            "a Deny of the key policy, and a grant",
            { resource: [forWhom(roleArn, deny("kms:*", "*"))], isGranted: true },
            "denied, explicit resource",
        ],
        [
            "a boundary that does not allow it",
            { boundary: [], resource: [forWhom(accountRoot, decrypt)] },
            "denied, implicit boundary",
        ],
        [
            "another account, and its key policy for the role",
            { isInAccount: false, resource: [forWhom(roleArn, decrypt)] },
            "allowed",
        ],
        [
            "another account, and its key policy alone",
            { isInAccount: false, identity: [], resource: [forWhom(roleArn, decrypt)] },
            "denied, implicit identity",
        ],
        [
            "another account, and a grant",
            { isInAccount: false, resource: [], isGranted: true },
            "unknown, ? resource",
        ],
    ],
};

describe("access of a role,", () => {
    for (const type of ["bucket", "key"] as const) {
        for (const [what, row, expected] of tables[type]) {
            it(`to a ${type} with ${what}: ${expected}`, () => {
                assert.equal(inShort(decision(type, row)), expected);
            });
        }
    }

    it("tells the statement of a Deny", () => {
        const policies = {
            resource: [
                { ...list, Principal: "*" },
                { ...deny("s3:*", bucket), Sid: "No", Principal: "*" },
            ],
        };
        assert.deepEqual(decision("bucket", policies).denials, [
            { layer: "resource", kind: "explicit", by: { policy: "resource", statement: 2, sid: "No" } },
        ]);
    });

    it("tells what is not known, and in which statement", () => {
        const policies = {
            resource: [
                {
                    ...deny("s3:*", bucket, { StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }),
                    Sid: "Org",
                    Principal: "*",
                },
            ],
        };
        assert.deepEqual(decision("bucket", policies).unknowns, [
            {
                layer: "resource",
                reasons: ["Org of resource: the value of the condition key aws:PrincipalOrgID is not known"],
            },
        ]);
    });

    for (const document of [undefined, "{", { Version: "2012-10-17", Statement: 1 }, { Version: "1" }]) {
        it(`is unknown where a policy is ${JSON.stringify(document) ?? "not read"}`, () => {
            const identity = [allows, { name: "inline", document }];
            const request = { action: "s3:ListBucket", resource: bucket, roleArn, context: {} };
            const policies = { identity, resourceType: "bucket", isInAccount: true } as const;
            assert.equal(inShort(evaluateAccess(policies, request)), "unknown, ? identity");
            assert.equal(
                inShort(evaluateAccess({ ...policies, identity: [nothing, identity[1]!] }, request)),
                "unknown, ? identity, ? identity",
            );
        });
    }
});
