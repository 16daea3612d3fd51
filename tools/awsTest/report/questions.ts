import type { Engine } from "../checks/check";
import type { Mode } from "../deploy/settings";
import type { CheckFinding, Findings } from "./findings";

/** A question that the AWS documentation leaves open, and what the run says. */
export interface Answer {
    question: string;
    answer: string;
    evidence: string;
}

const notAnswered = (evidence: string) => ({ answer: "not answered", evidence });

export function answers(findings: Findings): Answer[] {
    return [
        {
            question: "Does RDS send aws:SourceAccount and aws:SourceArn for Aurora MySQL?",
            ...sent("mysql", findings),
        },
        {
            question: "Does RDS send aws:SourceAccount and aws:SourceArn for Aurora PostgreSQL?",
            ...sent("postgresql", findings),
        },
        { question: "Which parameter names the role on Aurora MySQL 8.4?", ...parameter(findings) },
        { question: "Is a reboot needed after the parameter changes?", ...reboot(findings) },
        { question: "Does Aurora PostgreSQL need s3:GetBucketLocation?", ...bucketLocation(findings) },
        { question: "Does Aurora MySQL upload large exports in parts?", ...parts("mysql", findings) },
        {
            question: "Does Aurora PostgreSQL upload large exports in parts?",
            ...parts("postgresql", findings),
        },
        { question: "Can Aurora use buckets with S3 Bucket Keys?", ...bucketKeys(findings) },
        ...errorTexts(findings),
    ];
}

/** Those statements that must succeed. */
const working = ({ title }: CheckFinding) => !/out of scope|next to/.test(title);

const of = ({ checks }: Findings, engine: Engine, mode: Mode) =>
    checks.filter((each) => each.engine === engine && each.mode === mode && working(each));

/** Only `Required` tells: with it, a request without the keys is denied. `IfExists` shows that nothing else is wrong. */
function sent(engine: Engine, findings: Findings) {
    const failed = findings.failedModes.find(({ mode }) => mode === "Required");
    if (failed) return notAnswered(`The update to Required failed: ${failed.error}`);
    const [required, control] = [of(findings, engine, "Required"), of(findings, engine, "IfExists")];
    if (required.length === 0) return notAnswered("No statement ran.");
    if (required.every(({ held }) => held))
        return { answer: "yes", evidence: `All ${required.length} statements succeed with Required.` };
    const worked = (title: string) => control.some((each) => each.title === title && each.held);
    const denied = required.filter((each) => !each.held && worked(each.title));
    if (denied.length === 0) return notAnswered("The statements fail with IfExists, too.");
    const [{ title, found }] = denied as [CheckFinding];
    const all = denied.length === required.length;
    return {
        answer: all ? "no, or not with these values" : "not for all statements",
        evidence: `${denied.length} of ${required.length} statements succeed with IfExists and fail with Required. ${title}: ${found}`,
    };
}

function parameter({ parametersOf84: found }: Findings) {
    if ("error" in found) return notAnswered(found.error);
    const evidence = `The parameters of aurora-mysql8.4 for roles and Amazon S3: ${found.join(", ") || "none"}.`;
    return {
        answer: found.includes("aws_default_s3_role") ? "aws_default_s3_role" : "another one",
        evidence,
    };
}

/** The first value is there when the instance starts. */
function reboot({ arrivals: [, ...changed] }: Findings) {
    if (changed.length === 0) return notAnswered("The parameter did not change.");
    const seconds = changed.map((each) => `${each.seconds} s${each.rebooted ? ", with a reboot" : ""}`);
    return {
        answer: changed.some(({ rebooted }) => rebooted) ? "yes" : "no",
        evidence: `SHOW VARIABLES had the new value after ${seconds.join(" and ")}.`,
    };
}

function bucketLocation(findings: Findings) {
    const checks = of(findings, "postgresql", "IfExists");
    const failed = checks.find(({ held }) => !held);
    if (checks.length === 0) return notAnswered("No statement ran.");
    if (failed) return notAnswered(`${failed.title}: ${failed.found}`);
    return { answer: "no", evidence: `All ${checks.length} statements succeed without it.` };
}

function parts(engine: Engine, findings: Findings) {
    const check = findings.checks.find((each) => each.engine === engine && each.title.endsWith("large"));
    if (!check?.held) return notAnswered(check?.found ?? "The statement did not run.");
    return { answer: /in \d+ parts/.test(check.found) ? "yes" : "no", evidence: check.found };
}

/** The bucket of the run has them enabled. */
function bucketKeys(findings: Findings) {
    const checks = [...of(findings, "mysql", "IfExists"), ...of(findings, "postgresql", "IfExists")];
    const failed = checks.find(({ held }) => !held);
    if (checks.length === 0) return notAnswered("No statement ran.");
    if (failed) return notAnswered(`${failed.title}: ${failed.found}`);
    return { answer: "yes", evidence: `All ${checks.length} statements succeed.` };
}

function errorTexts({ checks }: Findings): Answer[] {
    const denied = checks.filter((each) => each.mode === "IfExists" && !working(each) && each.held);
    return denied.map(({ title, found }) => ({
        question: `What is the error of a denied statement? ${title}`,
        answer: found,
        evidence: "the error of the statement",
    }));
}
