import { judgedOf } from "./access/requests";
import { chainOf, engineOf, type Chain } from "./chain";
import type { Database, Facts } from "./facts";
import { isRead } from "./facts";
import type { Diagnosis, Finding, NotChecked, Verdict } from "./finding";
import { lastStepsOf } from "./lastSteps";
import { checkAssociation } from "./links/association";
import { checkBucket } from "./links/bucket";
import { checkBucketPolicy } from "./links/bucketPolicy";
import { checkDatabase } from "./links/database";
import { checkKey } from "./links/key";
import { checkNetwork } from "./links/network";
import { checkObjects } from "./links/objects";
import { checkParameter } from "./links/parameter";
import { checkPolicies } from "./links/policies";
import type { CheckJudged, LinkResult } from "./links/result";
import { checkTrust } from "./links/trust";

/** In the order in which the database needs them, so that causes come before their consequences. */
const chainOfChecks: readonly CheckJudged[] = [
    checkAssociation,
    checkParameter,
    checkTrust,
    checkPolicies,
    checkBucket,
    checkBucketPolicy,
    checkKey,
    checkObjects,
    checkNetwork,
];

/** Which link of the chain is broken, causes before their consequences. Pure: the same facts give the same diagnosis. */
export function diagnose(facts: Facts): Diagnosis {
    const { identifier, region } = facts.asked;
    const subject = `${identifier} in ${region}`;
    if (!isRead(facts.database)) {
        const { needs, reason } = facts.database.unread;
        return unreadable(subject, `The cluster ${subject} could not be read: ${reason}.`, {
            what: `the cluster ${identifier}`,
            needs,
            reason,
        });
    }
    const database = facts.database.read;
    if (!database)
        return unreadable(subject, `There is no cluster ${subject}.`, {
            what: `the cluster ${identifier}`,
            reason: `there is none in ${region}`,
        });
    const engine = engineOf(database);
    if (!engine)
        return unreadable(
            subjectOf(database, region),
            `${database.engine} is none of the engines that the doctor knows: aurora-mysql, aurora-postgresql, and postgres for DB instances.`,
            { what: `the ${database.kind} ${identifier}`, reason: `its engine is ${database.engine}` },
        );
    return diagnosisOf(chainOf(facts, database, engine));
}

function diagnosisOf(chain: Chain): Diagnosis {
    const first = checkDatabase(chain);
    const judged = chain.uses.flatMap((use) => judgedOf(chain, use));
    const isSupported = first.findings.length === 0;
    const results = [first, ...(isSupported ? chainOfChecks.map((check) => check(chain, judged)) : [])];
    const findings = all(results, ({ findings: each }) => each);
    const notChecked = all(results, ({ notChecked: each }) => each);
    const verdict = verdictOf(findings, notChecked);
    return {
        verdict,
        summary: summaryOf(verdict, chain.database.identifier, findings, notChecked),
        subject: subjectOf(chain.database, chain.region),
        findings,
        notChecked,
        notes: all(results, ({ notes }) => notes),
        checked: all(results, ({ checked }) => checked),
        lastSteps: lastStepsOf(chain),
    };
}

const all = <T>(results: readonly LinkResult[], of: (result: LinkResult) => readonly T[]): T[] =>
    results.flatMap(of);

function verdictOf(findings: readonly Finding[], notChecked: readonly NotChecked[]): Verdict {
    if (findings.length > 0) return "broken";
    return notChecked.length > 0 ? "incomplete" : "healthy";
}

function summaryOf(
    verdict: Verdict,
    identifier: string,
    findings: readonly Finding[],
    notChecked: readonly NotChecked[],
): string {
    const [first] = findings;
    if (first) {
        const more = findings.length - 1;
        const others =
            more === 0 ? "" : ` ${more} more ${more === 1 ? "finding follows" : "findings follow"}.`;
        return `${identifier} cannot access Amazon S3 as requested: ${first.problem}${others}`;
    }
    if (verdict === "incomplete") {
        const count = notChecked.length;
        return `Nothing is known to be broken, but ${count} ${count === 1 ? "check" : "checks"} could not be made.`;
    }
    return `${identifier} can access Amazon S3 as requested, as far as AWS tells.`;
}

const subjectOf = ({ identifier, engine, engineVersion }: Database, region: string) =>
    `${identifier} (${engine} ${engineVersion}) in ${region}`;

function unreadable(subject: string, summary: string, notChecked: Omit<NotChecked, "link">): Diagnosis {
    return {
        verdict: "unreadable",
        summary,
        subject,
        findings: [],
        notChecked: [{ link: "database", ...notChecked }],
        notes: [],
        checked: [],
        lastSteps: [],
    };
}
