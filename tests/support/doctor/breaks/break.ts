import type { FactsDraft } from "../draft";
import type { Kind } from "../facts";

export type Direction = "import" | "export";

/**
 * One way to break the access, or to hide something from the doctor, and what must be said of it. This is a model of the chain that
 * is written from AWS's pages, and knows nothing of how the doctor finds out.
 */
export interface Break {
    readonly name: string;
    /** Two breaks of one place are not made together. */
    readonly place: string;
    /** Whether there is such a thing in a database of this kind. */
    readonly isFor: (kind: Kind, direction: Direction) => boolean;
    readonly apply: (facts: FactsDraft, kind: Kind, direction: Direction) => void;
    /** Whether it leaves nothing of what others change. */
    readonly isLast?: boolean;
    /** The finding. Undefined: nothing is broken by it, or nobody can tell. */
    readonly code: (kind: Kind, direction: Direction) => string | undefined;
    /** Findings that can follow from it, besides its own. */
    readonly consequences?: (kind: Kind) => readonly string[];
    /** The findings that the doctor cannot make, or leaves out, because of this one. */
    readonly hides: (code: string) => boolean;
    /** With which others nobody can tell that this is what is broken: then the role itself cannot be told. */
    readonly isLostIn?: (others: readonly Break[]) => boolean;
    /** The permission that the report names. */
    readonly needs?: string;
}

export const nothing = () => false;

/** All that is said of the role: without knowing the role, none of it can be. */
export const ofRole = (code: string) => /S3ACCESS0(?:1[0-3]|3\d|4\d|5[56]|6[1-2]|81)/.test(code);

/** What is said of the policies. */
export const ofAccess = (code: string) => /S3ACCESS0(?:4\d|5[56]|6[1-2]|81)/.test(code);

export const always = () => true;
