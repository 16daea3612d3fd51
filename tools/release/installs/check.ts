import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { cacheFolder } from "../../cache";
import { manifest } from "../../project";
import { filesBelow } from "../artefacts/files";
import { managers, runManager } from "./managers";
import type { Install } from "./rows";

const run = promisify(execFile);

/** What the program prints. */
const printed = 'AuroraS3Access ["arn:aws:s3:::raw"]\n';

/**
 * Installs the package into an empty project, and rejects unless a program there compiles and loads it, its command starts, and it is what npm
 * packs: `files`. The project takes `packages` from the registry, or what it lacks from the `node_modules` of this one.
 */
export async function checkInstall(
    { manager, spec }: Install,
    source: string,
    files: readonly string[],
    packages: readonly string[] = [],
): Promise<void> {
    const above = packages.length > 0 ? tmpdir() : cacheFolder;
    await mkdir(above, { recursive: true });
    const folder = await mkdtemp(join(above, "install-"));
    try {
        await cp(join(__dirname, "program"), folder, { recursive: true });
        // Else Yarn 1 takes the newest SDK for what `@pulumi/aws` asks for, which may need a newer Node.js than this one.
        const sdk = packages.find((each) => each.startsWith("@pulumi/pulumi@"));
        const resolutions = sdk && { "@pulumi/pulumi": sdk.slice("@pulumi/pulumi@".length) };
        const project = { name: "installed", private: true, resolutions };
        await writeFile(join(folder, "package.json"), JSON.stringify(project));
        for (const [file, text] of Object.entries(managers[manager].settings)) {
            await writeFile(join(folder, file), text);
        }
        await runManager(manager, [...managers[manager].add, ...spec(source), ...packages], folder);

        const tsc = createRequire(join(folder, "index.js")).resolve("typescript/bin/tsc");
        await run(process.execPath, [tsc], { cwd: folder }).catch(({ stdout }: { stdout: string }) =>
            assert.fail(stdout),
        );
        const { stdout } = await run(process.execPath, ["index.js"], { cwd: folder });
        assert.equal(stdout, printed);
        const installed = await filesBelow(join(folder, "node_modules", manifest.name));
        // pnpm links a package's own command below it.
        assert.deepEqual(
            installed.filter((file) => !file.startsWith("node_modules/")),
            files,
        );
        const command = join(folder, "node_modules/.bin", manifest.name);
        const { stdout: version } = await run(command, ["--version"], { cwd: folder });
        assert.equal(version, `${manifest.version}\n`);
    } finally {
        await rm(folder, { recursive: true });
    }
}
