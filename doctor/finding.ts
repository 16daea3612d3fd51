import type { Direction } from "../provider/policy/permissions";

/** The links of the chain, in the order in which the database needs them. */
export const links = [
    "database",
    "association",
    "parameter",
    "trust",
    "policies",
    "bucket",
    "bucketPolicy",
    "key",
    "objects",
    "network",
    "privilege",
] as const;

export type Link = (typeof links)[number];

/** A broken link. */
export interface Finding {
    /** Stable, for example, `S3ACCESS001`. */
    readonly code: string;
    readonly link: Link;
    /** What the code stands for, in one line. */
    readonly title: string;
    /** What is wrong here, in one sentence. */
    readonly problem: string;
    /** What was read that shows it, one a line. */
    readonly evidence: readonly string[];
    readonly fix: Fix;
    /** The errors in SQL that it causes, word for word. Empty where no source tells the words. */
    readonly sqlErrors: readonly string[];
    /** What is concerned. Undefined: everything that was asked. */
    readonly directions?: readonly Direction[] | undefined;
}

export interface Fix {
    /** What to do, in one sentence. */
    readonly text: string;
    /** Commands of the AWS CLI that do it, if there are any. */
    readonly commands: readonly string[];
    /** A line of the program for those who use the component, if there is one. */
    readonly pulumi?: string | undefined;
}

/** What could not be checked, and why. */
export interface NotChecked {
    readonly link: Link;
    /** What was not checked, for example, `the trust policy of arn:aws:iam::123456789012:role/sales`. */
    readonly what: string;
    /** The IAM action that the caller needs. */
    readonly needs?: string | undefined;
    readonly reason: string;
}

/** What is worth knowing and breaks nothing. */
export interface Note {
    readonly link: Link;
    readonly text: string;
}

export interface Checked {
    readonly link: Link;
    /** What holds, for example, `The role ... is associated with the cluster and ACTIVE.` */
    readonly text: string;
}

/**
 * - `healthy`: everything was checked, and nothing is broken.
 * - `broken`: there are findings.
 * - `incomplete`: nothing is known to be broken, but not everything could be checked.
 * - `unreadable`: the database itself could not be read.
 */
export type Verdict = "healthy" | "broken" | "incomplete" | "unreadable";

export interface Diagnosis {
    readonly verdict: Verdict;
    /** One sentence. */
    readonly summary: string;
    /** Which cluster was read: identifier, engine, version, Region. */
    readonly subject: string;
    /** Causes first. */
    readonly findings: readonly Finding[];
    readonly notChecked: readonly NotChecked[];
    readonly notes: readonly Note[];
    readonly checked: readonly Checked[];
    /** What the doctor never checks, with the statements in SQL to run. */
    readonly lastSteps: readonly string[];
}

/** 0 if healthy, 1 with findings, and 2 if the checks could not be made, or not all. */
export function exitCodeOf({ verdict }: Diagnosis): 0 | 1 | 2 {
    if (verdict === "healthy") return 0;
    return verdict === "broken" ? 1 : 2;
}
