import { execFile } from "node:child_process";
import { devNull } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { runGuarded } from "../../toolchain/processes";
import type { Release } from "../release";
import { type ReleasedProgram, writer } from ".";

/**
 * `modules` is a folder in which Go keeps what it downloads: in the user's own, the version of our module that it has seen
 * first would stay.
 */
export async function go(release: Release, modules: string): Promise<ReleasedProgram> {
    const { goModule } = release.identity;
    const env = await environment(release, modules);
    const run = (folder: string, args: string[]) =>
        runGuarded("go", args, { cwd: folder, env: { ...process.env, ...env } });
    return {
        language: "go",
        awsVersions: [],
        env,
        write: writer(release, "main.go", "main.go", { "Pulumi.yaml": "name: released-go\nruntime: go\n" }),
        install: async (folder) => {
            await run(folder, ["mod", "init", "released-go"]);
            await run(folder, ["get", `${goModule}@v${release.version}`]);
            // What else the program imports.
            await run(folder, ["get", "."]);
        },
        compile: (folder) => run(folder, ["build", "-o", devNull, "."]),
    };
}

async function environment(release: Release, modules: string): Promise<Record<string, string>> {
    const { stdout } = await promisify(execFile)("go", ["env", "GOMODCACHE", "GOPROXY"]);
    const [cache, others] = stdout.trim().split("\n");
    const ours = pathToFileURL(join(release.folder, "goproxy"));
    // What Go has downloaded has the layout of a proxy, too.
    const downloaded = pathToFileURL(join(cache!, "cache/download"));
    return {
        GOPROXY: [ours.href, downloaded.href, others].join(","),
        GONOSUMDB: release.identity.goModule,
        GOMODCACHE: modules,
        CGO_ENABLED: "0",
        GO111MODULE: "on",
        GOWORK: "off",
        // With -trimpath the place of the modules does not count, and Go finds compiled what it has compiled before.
        GOFLAGS: "-mod=mod -modcacherw -trimpath -buildvcs=false -ldflags=-w",
    };
}
