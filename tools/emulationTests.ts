import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./project";

/** What the emulated AWS and the stand-in for the AWS provider are, and what they run on. */
const sources = ["tests/support", "tools/toolchain", "package-lock.json"];
const record = join(projectFolder, "tests/emulationTested.txt");

/** A hash of the sources, without what Git ignores. */
function current(): string {
    const listed = execFileSync(
        "git",
        ["ls-files", "-z", "--cached", "--others", "--exclude-standard", ...sources],
        {
            cwd: projectFolder,
            encoding: "utf8",
        },
    );
    const hash = createHash("sha256");
    for (const file of listed.split("\0").filter(Boolean).sort()) {
        const content = readFileSync(join(projectFolder, file));
        hash.update(`${file}\n${content.length}\n`).update(content);
    }
    return hash.digest("hex");
}

/**
 * `record` notes, after `npm run test:emulation` has passed, for what it has. `check` fails where the sources are others, or cannot be
 * told. The tests prove nothing about the package, so CI runs them only then.
 */
function main(action: string | undefined): void {
    if (action === "record") return writeFileSync(record, `${current()}\n`);
    if (readFileSync(record, "utf8").trim() === current()) {
        console.log("npm run test:emulation has passed for these very files: not run again.");
    } else {
        process.exitCode = 1;
    }
}

main(process.argv[2]);
