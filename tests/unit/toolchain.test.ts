import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { binaries, hostOf, languages, moduleFolder, pinnedVersion } from "../../tools/toolchain/binaries";
import { requireGo } from "../../tools/toolchain/go";
import { findInstalled } from "../../tools/toolchain/installed";
import { isOlder } from "../../tools/toolchain/versions";

describe("the Pulumi toolchain", () => {
    let root: string;
    beforeEach(() => (root = mkdtempSync(join(tmpdir(), "toolchain-"))));
    afterEach(() => rmSync(root, { recursive: true }));

    /** A folder of executables that print a line each. */
    function folder(name: string, executables: Record<string, string>): string {
        const path = join(root, name);
        mkdirSync(path);
        for (const [executable, line] of Object.entries(executables)) {
            writeFileSync(join(path, executable), `#!/bin/sh\necho '${line}'\n`);
            chmodSync(join(path, executable), 0o755);
        }
        return path;
    }

    const find = (...folders: string[]) => findInstalled(folders.join(delimiter), ["pulumi-language-nodejs"]);

    describe("that is installed", () => {
        it("is used when it is recent enough and has its language hosts", async () => {
            const bin = folder("bin", { pulumi: "v3.200.0", "pulumi-language-nodejs": "" });
            assert.deepEqual(await find(bin), { installed: { bin, version: "3.200.0" }, refused: [] });
        });

        it("may have its language hosts elsewhere on the PATH", async () => {
            const bin = folder("bin", { pulumi: "v3.251.0-dev.0" });
            const hosts = folder("hosts", { "pulumi-language-nodejs": "" });
            assert.deepEqual(await find(bin, hosts), {
                installed: { bin, version: "3.251.0-dev.0" },
                refused: [],
            });
        });

        it("is not used when it is too old, has no host or does not run, and each is told why", async () => {
            const old = folder("old", { pulumi: "v3.99.0", "pulumi-language-nodejs": "" });
            const broken = folder("broken", { pulumi: "Segmentation fault", "pulumi-language-nodejs": "" });
            assert.deepEqual(await find(old, broken), {
                refused: [
                    `Ignoring ${join(old, "pulumi")}: version 3.99.0 is older than 3.200.0.`,
                    `Ignoring ${join(broken, "pulumi")}: "pulumi version" prints no version.`,
                ],
            });

            const alone = folder("alone", { pulumi: "v3.250.0" });
            assert.deepEqual(await find(alone), {
                refused: [
                    `Ignoring ${join(alone, "pulumi")}: pulumi-language-nodejs is neither in the same folder nor on the PATH.`,
                ],
            });
        });

        it("is found behind one that is not used", async () => {
            const old = folder("old", { pulumi: "v3.99.0" });
            const bin = folder("bin", { pulumi: "v3.250.0", "pulumi-language-nodejs": "" });
            assert.deepEqual((await find(old, bin)).installed, { bin, version: "3.250.0" });
        });
    });

    describe("that is built", () => {
        for (const binary of binaries) {
            it(`pins ${binary.name} and the package it is compiled from`, () => {
                assert.match(pinnedVersion(binary), /^\d+\.\d+\.\d+$/);
                const goMod = readFileSync(join(moduleFolder(binary), "go.mod"), "utf8");
                const tools = goMod.split("\n").map((line) => line.replace(/^tool |^\t/, ""));
                assert.ok(tools.includes(`${binary.module}/${binary.mainPackage}`));
            });
        }

        it("has a host for each language", () => {
            assert.deepEqual(
                binaries.map(({ name }) => name),
                ["pulumi", ...languages.map(hostOf)],
            );
        });

        it("pins the largest of what the binaries share to one version, which Go compiles once", () => {
            for (const module of ["google.golang.org/grpc", "google.golang.org/protobuf"]) {
                const versions = new Set(binaries.map((binary) => pinnedVersion(binary, module)));
                assert.equal(versions.size, 1, `${module}: ${[...versions].join()}`);
            }
        });

        const [pulumi] = binaries;
        const needed = pinnedVersion(pulumi!, "go");
        const noGo = (why: string) => ({
            message:
                `pulumi can neither be installed (the host is away) nor built (${why}). ` +
                "Install Pulumi 3.200.0 or later (https://www.pulumi.com/docs/install) or " +
                `Go ${needed} or later (https://go.dev/dl), and add it to the PATH.`,
        });
        const require = (PATH: string) => requireGo(pulumi!, "the host is away", { PATH });

        it("says what to install where there is no Go", async () => {
            await assert.rejects(require(root), noGo("Go is not on the PATH"));
        });

        it("says what to install where Go is too old", async () => {
            const go = folder("go", { go: "go version go1.19.13 linux/amd64" });
            await assert.rejects(require(go), noGo("Go on the PATH is 1.19.13"));
        });

        it("takes the Go it needs and later ones", async () => {
            for (const version of [needed, "1.99rc1"]) {
                const go = folder(version, { go: `go version go${version} linux/amd64` });
                await require(go);
            }
        });
    });

    it("compares versions by number", () => {
        const inOrder = ["1.9", "1.25.0", "1.25.11", "1.26rc1", "3.99.0", "3.200.0", "10.0.0"];
        const sorted = [...inOrder].reverse().sort((a, b) => (isOlder(a, b) ? -1 : 1));
        assert.deepEqual(sorted, inOrder);
    });
});
