import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { extract } from "tar";
import { licensesFile } from "../../generate/bundle";
import { ensureToolchain } from "../../toolchain";
import { deploySmallest, installPlugin } from "../deploy";
import { yaml } from "../programs/yaml";
import { servesPort } from "../../toolchain/check";
import type { Check, Release } from "../release";
import { launcherOf } from "./platforms";

/** That of an executable, in which Node.js is, needs nothing on the PATH. */
export const deploysSmallestProgram = (release: Release, archive: string): Check => ({
    claim: "the CLI installs it and it deploys the smallest program without Node.js",
    run: (empty) => deploySmallest(release, yaml(release, { PATH: empty }), archive),
});

/** Where the launcher is one for this system. */
export const tellsItsSchema = (release: Release, archive: string): Check => ({
    claim: "the CLI installs and starts it",
    run: async (empty) => {
        await installPlugin(release, archive, empty);
        const pulumi = join((await ensureToolchain()).bin, "pulumi");
        const env = { ...process.env, PULUMI_HOME: empty, PULUMI_SKIP_UPDATE_CHECK: "true" };
        const getSchema = ["package", "get-schema", `${release.name}@${release.version}`];
        const { stdout } = await promisify(execFile)(pulumi, getSchema, { cwd: empty, env });
        const { name, version } = JSON.parse(stdout) as Release;
        assert.deepEqual({ name, version }, { name: release.name, version: release.version });
    },
});

export const asksForNode = (release: Release, platform: string, archive: string): Check => ({
    claim: "says what it needs where there is no Node.js",
    run: async (empty) => {
        await extract({ file: archive, cwd: empty });
        const launcher = join(empty, launcherOf(release, platform));
        const said = await promisify(execFile)("/bin/sh", [launcher], { env: { PATH: empty } }).then(
            () => "",
            ({ stderr }: { stderr: string }) => stderr,
        );
        assert.match(said, /^\S+ requires Node\.js 20 or later on the PATH\. Install it from \S+\.\n$/);
    },
});

/** What starts it on Windows cannot be run here: what it starts can. */
export const scriptServes = (release: Release, platform: string, archive: string): Check => ({
    claim: "holds what Pulumi looks for and its script serves",
    run: async (empty) => {
        await extract({ file: archive, cwd: empty });
        const files = ["LICENSE", licensesFile, "doctor.js", "plugin.js", launcherOf(release, platform)];
        assert.deepEqual((await readdir(empty)).sort(), files.sort());
        assert.ok(await servesPort(process.execPath, [join(empty, "plugin.js")]), "it prints no port");
    },
});
