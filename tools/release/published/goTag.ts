import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { tagOf } from "../artefacts/goModule";
import type { Check, Release } from "../release";

const run = promisify(execFile);

/** Go makes the module from the repository itself, as it does for the first who asks: from a tag that has to have the right name. */
export const goTagCheck = (release: Release): Check => ({
    claim: `Go makes the same module from the tag ${tagOf(release)}`,
    run: async (empty) => {
        const origin = join(empty, "origin");
        await cp(join(release.project, "sdk/go"), join(origin, "sdk/go"), { recursive: true });
        const settings = ["user.name=release", "user.email=release@invalid", "commit.gpgsign=false"];
        const git = (...args: string[]) =>
            run("git", [...settings.flatMap((setting) => ["-c", setting]), ...args], { cwd: origin });
        await git("init", "--quiet");
        await git("add", "--all");
        await git("commit", "--quiet", "--message", "release");
        await git("tag", tagOf(release));

        const fromTag = await sum(release, join(empty, "tag"), {
            GOPROXY: "direct",
            // Where Go looks for the repository on the internet, git finds this one.
            GIT_CONFIG_COUNT: "1",
            GIT_CONFIG_KEY_0: `url.${pathToFileURL(origin).href}.insteadOf`,
            GIT_CONFIG_VALUE_0: release.identity.repository!.url,
        });
        const fromProxy = await sum(release, join(empty, "proxy"), {
            GOPROXY: pathToFileURL(join(release.folder, "goproxy")).href,
        });
        assert.equal(fromProxy, fromTag);
    },
});

/** The hash of the module's files that Go writes into a `go.sum`. */
async function sum(
    { identity, version }: Release,
    modules: string,
    settings: Record<string, string>,
): Promise<string> {
    const env = { ...process.env, GONOSUMDB: "*", GOFLAGS: "-modcacherw", GOMODCACHE: modules, ...settings };
    const download = ["mod", "download", "-json", `${identity.goModule}@v${version}`];
    const { stdout } = await run("go", download, { cwd: modules.replace(/[^/]+$/, ""), env });
    return (JSON.parse(stdout) as { Sum: string }).Sum;
}
