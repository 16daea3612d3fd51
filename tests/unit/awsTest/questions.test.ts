import assert from "node:assert/strict";
import type { Mode } from "../../../tools/awsTest/deploy/settings";
import { noFindings, type CheckFinding, type Findings } from "../../../tools/awsTest/report/findings";
import { markdown } from "../../../tools/awsTest/report/markdown";
import { answers } from "../../../tools/awsTest/report/questions";

const check = (mode: Mode, held: boolean, more: Partial<CheckFinding> = {}): CheckFinding => ({
    mode,
    engine: "mysql",
    title: "LOAD DATA",
    held,
    found: held ? "2 rows" : "Access Denied",
    ...more,
});

const arrival = (seconds: number, rebooted: boolean) => ({ value: "role", seconds, rebooted });

const sent = "Does RDS send aws:SourceAccount and aws:SourceArn for Aurora MySQL?";
const parameter = "Which parameter names the role on Aurora MySQL 8.4?";
const reboot = "Is a reboot needed after the parameter changes?";
const location = "Does Aurora PostgreSQL need s3:GetBucketLocation?";
const parts = "Does Aurora MySQL upload large exports in parts?";
const postgresql = { engine: "postgresql" } as const;
const large = { title: "SELECT INTO OUTFILE S3, large" };

const rows: [string, Partial<Findings>, string, string][] = [
    [sent, {}, "not answered", "No statement ran."],
    [
        sent,
        { checks: [check("IfExists", true), check("Required", true)] },
        "yes",
        "All 1 statements succeed with Required.",
    ],
    [
        sent,
        { checks: [check("IfExists", true), check("Required", false)] },
        "no, or not with these values",
        "1 of 1 statements succeed with IfExists and fail with Required. LOAD DATA: Access Denied",
    ],
    [
        sent,
        {
            checks: [
                ...["LOAD DATA", "SELECT"].map((title) => check("IfExists", true, { title })),
                check("Required", true),
                check("Required", false, { title: "SELECT" }),
            ],
        },
        "not for all statements",
        "1 of 2 statements succeed with IfExists and fail with Required. SELECT: Access Denied",
    ],
    [
        sent,
        { checks: [check("IfExists", false), check("Required", false)] },
        "not answered",
        "The statements fail with IfExists, too.",
    ],
    [
        sent,
        { checks: [check("IfExists", true)], failedModes: [{ mode: "Required", error: "refused" }] },
        "not answered",
        "The update to Required failed: refused",
    ],
    [parameter, { parametersOf84: { error: "AccessDenied" } }, "not answered", "AccessDenied"],
    [
        parameter,
        { parametersOf84: ["aurora_load_from_s3_role"] },
        "another one",
        "The parameters of aurora-mysql8.4 for roles and Amazon S3: aurora_load_from_s3_role.",
    ],
    [reboot, { arrivals: [arrival(0, true)] }, "not answered", "The parameter did not change."],
    [
        reboot,
        { arrivals: [arrival(0, false), arrival(12, false), arrival(400, true)] },
        "yes",
        "SHOW VARIABLES had the new value after 12 s and 400 s, with a reboot.",
    ],
    [
        location,
        { checks: [check("IfExists", false, postgresql)] },
        "not answered",
        "LOAD DATA: Access Denied",
    ],
    [
        parts,
        { checks: [check("IfExists", true, { ...large, found: "large of 8 bytes in no parts" })] },
        "no",
        "large of 8 bytes in no parts",
    ],
    [parts, { checks: [check("IfExists", false, large)] }, "not answered", "Access Denied"],
];

describe("An open question", () => {
    for (const [question, findings, answer, evidence] of rows) {
        it(`${question} ${answer}: ${evidence}`, () => {
            const found = answers({ ...noFindings("us-east-1"), ...findings });
            assert.deepEqual(
                found.find((each) => each.question === question),
                { question, answer, evidence },
            );
        });
    }
});

describe("The tables for the documentation", () => {
    it("keep an error on one line, in its cell", () => {
        const found = "no access | to\nsales";
        const text = markdown({ ...noFindings("us-east-1"), checks: [check("Required", false, { found })] });
        assert.ok(
            text.includes(String.raw`| LOAD DATA |  | not as expected: no access \| to sales |  |`),
            text,
        );
    });
});
