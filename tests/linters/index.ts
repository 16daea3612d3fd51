import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { virtualEnvironment } from "../support/python";
import type { Linted } from "./documents";

export interface Finding {
    readonly linter: "parliament" | "cfn-lint";
    readonly rule: string;
    readonly kind: Linted["kind"];
    readonly message: string;
    /** Of cfn-lint, only the statement, with the resources of all statements like it. */
    readonly policy: object | null;
}

/** What the linters find in each batch of documents. */
export async function lint(batches: readonly (readonly Linted[])[]): Promise<Finding[][]> {
    const environment = await virtualEnvironment({
        name: "linters",
        user: "The check of the policy documents",
        contents: "parliament and cfn-lint",
        installTime: "30 seconds",
        requirements: join(__dirname, "requirements.txt"),
    });
    const python = spawn(join(environment, "bin/python"), [join(__dirname, "lint.py")], {
        stdio: ["pipe", "pipe", "pipe"],
    });
    python.stdin.end(JSON.stringify(batches));
    const ended = once(python, "close") as Promise<[code: number | null]>;
    const [output, errors, [code]] = await Promise.all([text(python.stdout), text(python.stderr), ended]);
    if (code !== 0) throw new Error(`the linters failed: ${errors}`);
    return JSON.parse(output) as Finding[][];
}
