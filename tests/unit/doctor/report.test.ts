import assert from "node:assert/strict";
import { diagnose } from "../../../doctor/diagnose";
import { exitCodeOf, type Diagnosis } from "../../../doctor/finding";
import { jsonReport } from "../../../doctor/report/json";
import { terminalReport } from "../../../doctor/report/terminal";
import { wrap } from "../../../doctor/report/wrap";
import { draftOf } from "../../support/doctor/draft";
import { healthy, plain } from "../../support/doctor/facts";

const broken: Diagnosis = {
    verdict: "broken",
    summary: "sales cannot access Amazon S3 as requested: The role is gone.",
    subject: "sales (aurora-mysql 8.0.mysql_aurora.3.10.0) in us-east-1",
    findings: [
        {
            code: "S3ACCESS030",
            link: "trust",
            title: "The role does not exist",
            problem: "The role is gone.",
            evidence: ["IAM has no role arn:aws:iam::123456789012:role/sales."],
            fix: {
                text: "Create it.",
                commands: ["aws iam create-role --role-name sales"],
                pulumi: "clusters: []",
            },
            sqlErrors: ["S3 API returned error: Missing Credentials: Cannot instantiate S3 Client"],
            directions: ["import"],
        },
    ],
    notChecked: [
        { link: "policies", what: "the policies", needs: "iam:ListRolePolicies", reason: "access denied" },
        { link: "key", what: "the key", reason: "it is not known" },
    ],
    notes: [{ link: "policies", text: "Too wide." }],
    checked: [{ link: "bucket", text: "The bucket raw exists." }],
    lastSteps: ["GRANT x TO y;"],
};

describe("the report on a terminal", () => {
    it("has the verdict first, then the findings, what was not checked, and what was", () => {
        assert.equal(
            terminalReport(broken, { color: false, width: 80 }),
            `sales cannot access Amazon S3 as requested: The role is gone.
sales (aurora-mysql 8.0.mysql_aurora.3.10.0) in us-east-1

S3ACCESS030  The role does not exist
  The role is gone.
  | IAM has no role arn:aws:iam::123456789012:role/sales.
  Fix: Create it.
    aws iam create-role --role-name sales
    Pulumi: clusters: []
  In SQL: S3 API returned error: Missing Credentials: Cannot instantiate S3
    Client

Not checked
  ? the policies: needs iam:ListRolePolicies (access denied)
  ? the key: it is not known

Notes
  - Too wide.

Checked
  + The bucket raw exists.

What remains
  - GRANT x TO y;
`,
        );
    });

    it("has colors only if they are asked for", () => {
        const [plainText, colored] = [false, true].map((color) =>
            terminalReport(broken, { color, width: 80 }),
        );
        assert.ok(colored!.includes("\u001b[31m"));
        assert.ok(!plainText!.includes("\u001b"));
        // eslint-disable-next-line no-control-regex
        assert.equal(colored!.replace(/\u001b\[\d+m/g, ""), plainText);
    });

    it("lets no escape sequence of a key through", () => {
        const facts = draftOf(healthy(plain));
        facts.asked.locations[0]!.key = "\u001b[2Jevil";
        facts.objects[0]!.found = { read: [] };
        assert.ok(!terminalReport(diagnose(facts), { color: false, width: 80 }).includes("\u001b"));
    });

    it("keeps words whole, however narrow it is", () => {
        assert.deepEqual(wrap("a bb ccc dddddddddd e", 4), ["a bb", "ccc", "dddddddddd", "e"]);
    });
});

describe("the report as JSON", () => {
    it("has this shape", () => {
        const { findings, ...rest } = JSON.parse(jsonReport(broken)) as { findings: object[] };
        const { sqlErrors, directions, ...finding } = broken.findings[0]!;
        assert.deepEqual(findings, [
            { ...finding, directions, sqlErrors, page: "docs/doctor/S3ACCESS030.md" },
        ]);
        assert.deepEqual(rest, {
            version: 1,
            verdict: "broken",
            exitCode: 1,
            summary: broken.summary,
            subject: broken.subject,
            notChecked: [broken.notChecked[0], { ...broken.notChecked[1], needs: null }],
            notes: broken.notes,
            checked: broken.checked,
            lastSteps: broken.lastSteps,
        });
    });
});

describe("the exit code", () => {
    for (const [verdict, code] of [
        ["healthy", 0],
        ["broken", 1],
        ["incomplete", 2],
        ["unreadable", 2],
    ] as const) {
        it(`is ${code} if the verdict is ${verdict}`, () =>
            assert.equal(exitCodeOf({ ...broken, verdict }), code));
    }
});

describe("a database that", () => {
    it("does not exist is told", () => {
        const { verdict, summary } = diagnose({ ...healthy(plain), database: { read: undefined } });
        assert.deepEqual([verdict, summary], ["unreadable", "There is no cluster sales in us-east-1."]);
    });

    it("may not be read is told with the permission", () => {
        const unread = { reason: "access denied", needs: "rds:DescribeDBClusters" };
        const { verdict, notChecked } = diagnose({ ...healthy(plain), database: { unread } });
        assert.equal(verdict, "unreadable");
        assert.deepEqual(notChecked, [{ link: "database", what: "the cluster sales", ...unread }]);
    });

    it("has another engine is told", () => {
        const facts = draftOf(healthy(plain));
        (facts.database as { read: { engine: string } }).read.engine = "neptune";
        assert.equal(diagnose(facts).verdict, "unreadable");
    });
});
