import { readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

// Not from `tools/project`, which reads what a package manager that only builds the package may keep elsewhere.
const projectFolder = join(__dirname, "../..");

/**
 * Removes from `lib` what the compiler no longer makes, after it has made the rest: a `lib` that is deleted first would be
 * missing to what runs meanwhile, and a package manager may pack it at any time.
 */
function removeStale(): void {
    const config = ts.getParsedCommandLineOfConfigFile(join(projectFolder, "tsconfig.json"), undefined, {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
            throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
        },
    })!;
    const made = new Set(
        config.fileNames
            .flatMap((source) => ts.getOutputFileNames(config, source, false))
            .map((file) => resolve(file)),
    );
    for (const entry of readdirSync(config.options.outDir!, { recursive: true, withFileTypes: true })) {
        const file = join(entry.parentPath, entry.name);
        if (entry.isFile() && !made.has(file)) rmSync(file, { force: true });
    }
}

removeStale();
