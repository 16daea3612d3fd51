import { isMap, LineCounter, parseDocument, visit } from "yaml";

/** A use of an action, or of another workflow, in a workflow. */
export interface Use {
    readonly file: string;
    readonly line: number;
    /** `actions/checkout@<commit>` */
    readonly action: string;
    /** The comment behind it, which names the version. */
    readonly comment: string;
}

/** The actions that a workflow uses, but those of this repository, which are of the same commit. */
export function usesIn(file: string, workflow: string): Use[] {
    const lines = new LineCounter();
    const uses: Use[] = [];
    visit(parseDocument(workflow, { lineCounter: lines }), {
        Pair(_, { key, value }, path) {
            const isUse = isMap(path.at(-1)) && String(key) === "uses";
            const { value: action, comment, range } = value as Partial<Scalar>;
            if (!isUse || typeof action !== "string" || action.startsWith("./")) return;
            uses.push({ file, line: lines.linePos(range![0]).line, action, comment: (comment ?? "").trim() });
        },
    });
    return uses;
}

interface Scalar {
    value: unknown;
    comment: string | null;
    range: [number, number, number];
}

/** Whether the action can never become another: a tag can be moved, a commit cannot. */
export const isPinned = ({ action }: Use) => /@[0-9a-f]{40}$/.test(action);
