import assert from "node:assert/strict";
import { diagnose } from "../../../doctor/diagnose";
import { breaks } from "../../support/doctor/breaks";
import { draftOf, inside, type FactsDraft } from "../../support/doctor/draft";
import { allowing, endpoint, healthy, keyArn, plain, policy, type Kind } from "../../support/doctor/facts";

const allowOnly = (facts: FactsDraft, ...statements: object[]) => {
    inside(facts.roles[0]!.attachedPolicies)[0]!.document = { read: policy(...statements) };
};
const listing = allowing("s3:ListBucket", "arn:aws:s3:::raw");
const reading = (pattern: string) =>
    allowing(["s3:GetObject", "s3:GetObjectVersion"], `arn:aws:s3:::raw/${pattern}`);
const denying = (name: string) => breaks.find((each) => each.name === `the bucket policy denies ${name}`)!;

/** What is changed, and what is not checked because of it. None: it is healthy. */
const table: [
    what: string,
    kind: Kind,
    change: (facts: FactsDraft, kind: Kind) => void,
    unknown: string[],
][] = [
    [
        "a policy for some objects of a prefix that has none yet",
        plain,
        (facts) => {
            facts.asked.locations[0]!.key = "incoming/";
            facts.asked.locations[0]!.from = "policy";
            facts.objects[0]!.found = { read: [] };
            allowOnly(facts, listing, reading("incoming/*.csv"));
        },
        [
            "whether the role arn:aws:iam::123456789012:role/sales allows s3:GetObject, s3:GetObjectVersion on arn:aws:s3:::raw/incoming/doctor-example: it depends on the keys of the objects",
        ],
    ],
    [
        "a policy for some of the objects that are there",
        plain,
        (facts) => {
            facts.asked.locations[0]!.key = "incoming/";
            facts.objects[0]!.found = { read: [{ key: "incoming/" }, { key: "incoming/a.csv" }] };
            allowOnly(facts, listing, reading("incoming/*.csv"));
        },
        [
            "whether the role arn:aws:iam::123456789012:role/sales allows s3:GetObject, s3:GetObjectVersion on arn:aws:s3:::raw/incoming/a.csv: arn:aws:s3:::raw/incoming/ is denied, and arn:aws:s3:::raw/incoming/a.csv is not",
        ],
    ],
    [
        "objects whose encryption differs from that of new ones",
        { ...plain, encryption: "customer" },
        (facts) => {
            inside(facts.objects[0]!.found)[0]!.encryption = { read: { algorithm: "AES256" } };
            allowOnly(facts, listing, reading("incoming/*"));
        },
        [],
    ],
    [
        "a bucket policy that asks for TLS",
        plain,
        (facts, kind) => denying("without TLS").apply(facts, kind, "import"),
        [],
    ],
    [
        "a bucket policy for an organization",
        plain,
        (facts, kind) => denying("all but an organization").apply(facts, kind, "import"),
        ["arn:aws:s3:::raw", "arn:aws:s3:::raw/incoming/orders.csv"].map(
            (resource) =>
                `whether the bucket policy of raw allows ${resource.endsWith("csv") ? "s3:GetObject, s3:GetObjectVersion" : "s3:ListBucket"} on ${resource}: statement 1 of the bucket policy: the value of the condition key aws:PrincipalOrgID is not known`,
        ),
    ],
    [
        "a trust policy on what RDS may not send",
        plain,
        (facts, kind) =>
            breaks
                .find(
                    ({ name }) => name === "the trust policy is for another cluster, if it is sent for MySQL",
                )!
                .apply(facts, kind, "import"),
        [
            "whether the conditions of the trust policy of arn:aws:iam::123456789012:role/sales hold: they don't match arn:aws:rds:us-east-1:123456789012:cluster:sales, but AWS does not document whether RDS sends these keys for Aurora MySQL",
        ],
    ],
    [
        "grants that nobody needs",
        { ...plain, encryption: "customer" },
        (facts) => {
            facts.keys[0]!.grants = { unread: { reason: "access denied", needs: "kms:ListGrants" } };
        },
        [],
    ],
    [
        "grants that may be needed",
        { ...plain, encryption: "customer", keyPolicy: "grant" },
        (facts) => {
            facts.keys[0]!.grants = { unread: { reason: "access denied", needs: "kms:ListGrants" } };
        },
        [`the grants of ${keyArn()}: access denied, needs kms:ListGrants`],
    ],
    [
        "a subnet without a path",
        { ...plain, network: "nat" },
        (facts) => {
            inside(facts.network.routeTables)[0]!.subnetIds = ["subnet-1"];
        },
        ["whether instances are in subnet-2: these subnets have no path to Amazon S3, and the others do"],
    ],
    [
        "an interface endpoint alone",
        plain,
        (facts) => {
            inside(facts.network.routeTables)[0]!.routes = [];
            facts.network.endpoints = {
                read: [endpoint({ type: "Interface", routeTableIds: [] }) as never],
            };
        },
        ["subnet-1", "subnet-2"].map(
            (id) =>
                `whether the subnet ${id} reaches Amazon S3: AWS does not document whether the database uses the interface endpoint vpce-1`,
        ),
    ],
];

describe("the doctor never guesses:", () => {
    for (const [what, kind, change, unknown] of table) {
        it(`${what} gives no finding`, () => {
            const facts = draftOf(healthy(kind));
            change(facts, kind);
            const { findings, notChecked, verdict } = diagnose(facts);
            assert.deepEqual(findings, []);
            const told = notChecked.map(
                ({ what: each, reason, needs }) => `${each}: ${reason}${needs ? `, needs ${needs}` : ""}`,
            );
            assert.deepEqual(told, unknown);
            assert.equal(verdict, unknown.length > 0 ? "incomplete" : "healthy");
        });
    }
});

describe("what is worth knowing is a note, and no finding:", () => {
    const notesOf = (kind: Kind, change: (facts: FactsDraft) => void = () => undefined) => {
        const facts = draftOf(healthy(kind));
        change(facts);
        const { findings, notes } = diagnose(facts);
        assert.deepEqual(findings, []);
        return notes.map(({ text }) => text);
    };

    it("policies that are wider than needed", () => {
        assert.deepEqual(notesOf({ ...plain, policies: "wide" }), [
            "The policy arn:aws:iam::123456789012:policy/s3 allows *, which is more than Aurora needs.",
            "The policy arn:aws:iam::123456789012:policy/s3 applies to *, which is more than the buckets that were read.",
        ]);
    });

    it("a policy that allows only the first file of an export", () => {
        const notes = notesOf({ ...plain, directions: ["export"] }, (facts) => {
            const { Statement } = JSON.parse(
                inside(inside(facts.roles[0]!.attachedPolicies)[0]!.document),
            ) as {
                Statement: object[];
            };
            const [list, objects] = Statement;
            const Resource = "arn:aws:s3:::reports/daily/items.part_00000";
            allowOnly(facts, list!, { ...objects, Resource });
        });
        assert.deepEqual(notes, [
            "The policies of arn:aws:iam::123456789012:role/sales don't allow daily/items.part_00001: exports of more than 6 GB fail.",
            "The policies of arn:aws:iam::123456789012:role/sales don't allow daily/items.manifest: exports with MANIFEST ON fail.",
        ]);
    });

    it("the key of a bucket that PostgreSQL exports to", () => {
        const kind: Kind = { ...plain, engine: "postgresql", directions: ["export"], encryption: "customer" };
        assert.deepEqual(notesOf(kind), [
            `New objects of the bucket reports are encrypted with ${keyArn()}. An export uses this key only if the SQL statement passes it as kms_key.`,
        ]);
    });

    it("the Region that was read of a global database", () => {
        const notes = notesOf(plain, (facts) => (inside(facts.database)!.globalCluster = "world"));
        assert.deepEqual(notes, [
            "sales belongs to the global database world. Only the cluster in us-east-1 was read: associations, parameters and networks are per cluster.",
        ]);
    });
});

describe("the last steps", () => {
    const stepsOf = (engine: Kind["engine"], directions: Kind["directions"]) =>
        diagnose(healthy({ ...plain, engine, directions })).lastSteps.slice(0, -1);

    const missing =
        "Without the privilege, SQL says: Access denied; you need (at least one of) the LOAD FROM S3 privilege(s) for this operation";
    const tables: [Kind["engine"], Kind["directions"], string[]][] = [
        ["mysql2", ["import"], ["For the database user: GRANT LOAD FROM S3 ON *.* TO 'user'@'%';", missing]],
        [
            "mysql8.4",
            ["import", "export"],
            [
                "For the database user: GRANT AWS_LOAD_S3_ACCESS, AWS_SELECT_S3_ACCESS TO 'user'@'%';",
                "The privileges are roles, which must be active: SET DEFAULT ROLE ALL TO 'user'@'%'; or SET ROLE ALL; in the session.",
                missing,
            ],
        ],
        [
            "postgresql",
            ["import"],
            [
                "As a user with the role rds_superuser: CREATE EXTENSION IF NOT EXISTS aws_s3 CASCADE;",
                `For a database user who imports: GRANT USAGE ON SCHEMA aws_s3 TO "user"; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA aws_s3 TO "user";`,
            ],
        ],
    ];
    for (const [engine, directions, steps] of tables) {
        it(`grant the privileges of ${engine}`, () => assert.deepEqual(stepsOf(engine, directions), steps));
    }
});
