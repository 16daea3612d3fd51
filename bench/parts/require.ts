import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { nodejs } from "../../tests/support/languages/nodejs";
import { scratchFolder } from "../../tools/cache";
import { inTurns } from "../measure/inTurns";
import type { Rounds } from "../report/results";
import { rounds } from "../rounds";
import { roundsOf, type Run } from "../run";

/** `@pulumi/aws` loads the class of a resource when a program first names it. */
const program = `
const start = performance.now();
const aws = require("@pulumi/aws");
void [aws.iam.Role, aws.iam.Policy, aws.s3.Bucket];
const between = performance.now();
require("aurora-s3-access");
console.log(JSON.stringify({ aws: between - start, library: performance.now() - between }));
`;

/** Each in a process of its own. It requires the library as built. */
export async function loading(run: Run): Promise<Record<string, Rounds>> {
    const folder = await scratchFolder("bench-require-");
    try {
        await nodejs.install(folder);
        await writeFile(join(folder, "index.js"), program);
        const { aws, library } = await inTurns(run, {
            title: "require",
            rounds: roundsOf(run, rounds.require),
            arms: {
                both: async () => {
                    const { stdout } = await promisify(execFile)(process.execPath, ["index.js"], {
                        cwd: folder,
                    });
                    return JSON.parse(stdout) as Record<"aws" | "library", number>;
                },
            },
        });
        return { require: { aws: aws.both!, library: library.both! } };
    } finally {
        await rm(folder, { recursive: true });
    }
}
