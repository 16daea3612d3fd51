import type { Clients } from "../../support/emulator/clients";
import type { Source } from "./sources";

/** What the calls of a statement tell the later ones. */
export interface Memory {
    bucket: string;
    versionId?: string | undefined;
    uploadId?: string;
    parts: { PartNumber: number; ETag: string }[];
}

/** A call that Aurora makes. */
export interface Step {
    readonly operation: string;
    /** What it is about. */
    readonly on: string;
    /** The actions that S3 judges it by. */
    readonly needs: readonly string[];
    /** The actions that S3 uses the key of the object by, on behalf of the caller. */
    readonly uses: readonly string[];
    /** Where AWS documents these. */
    readonly permissions: Source;
    /** Where AWS documents that Aurora makes the call. `assumed` if AWS only documents that Aurora needs the action. */
    readonly madeBy: Source | "assumed";
    readonly send: (aurora: Clients, memory: Memory) => Promise<unknown>;
}

/** A statement, as its calls in order. */
export interface Statement {
    readonly sql: string;
    /** The objects that exist before. */
    readonly objects: readonly string[];
    readonly steps: readonly Step[];
}
