import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { hostOf } from "../../../../tools/toolchain/binaries";
import { Machine } from "./machine";
import { installScript, pinned, pulumisHost, serving } from "./standIns";

const brokenOff = `
echo 'curl: (18) transfer closed with 4096 bytes remaining to read' >&2
echo 'error: failed to download https://example.com/pulumi.tar.gz' >&2
exit 1`;
const half = `echo 'gzip: stdin: unexpected end of file' >&2; exit 2`;

/** What Pulumi's host answers, and the reason that is given for not installing from it. */
const failures: [string, RequestListener, string][] = [
    ["never answers", () => undefined, "get.pulumi.com did not answer within 5 seconds"],
    [
        "answers with an error",
        (_, response) => response.writeHead(503).end(),
        "get.pulumi.com answered 503 Service Unavailable",
    ],
    [
        "breaks the download off",
        serving(installScript({ meanwhile: brokenOff })),
        "curl: (18) transfer closed with 4096 bytes remaining to read; " +
            "error: failed to download https://example.com/pulumi.tar.gz",
    ],
    [
        "has half an archive",
        serving(installScript({ meanwhile: half })),
        "gzip: stdin: unexpected end of file",
    ],
    [
        "has a release without a language host that is needed",
        serving(installScript({ hosts: [hostOf("go")] })),
        "the release has no pulumi-language-nodejs",
    ],
    [
        "has an older version",
        serving(installScript({ version: "v3.249.0" })),
        "the installer installed version 3.249.0",
    ],
    [
        "has a later version",
        serving(installScript({ version: "v3.251.0" })),
        "the installer installed version 3.251.0",
    ],
    [
        "has a CLI that doesn't run",
        serving(installScript({ version: "Segmentation fault" })),
        `"pulumi version" of what the installer installed prints no version`,
    ],
];

describe("Where Pulumi's own installer fails", () => {
    let machine: Machine;
    let host: Awaited<ReturnType<typeof pulumisHost>>;
    beforeEach(() => (machine = new Machine()));
    afterEach(() => {
        host.close();
        machine.dispose();
    });

    const neither = (reason: string) =>
        `pulumi can neither be installed (${reason}) nor built (Go is not on the PATH). ` +
        "Install Pulumi 3.200.0 or later (https://www.pulumi.com/docs/install) or " +
        "Go 1.25.11 or later (https://go.dev/dl), and add it to the PATH.";

    for (const [failure, answer, reason] of failures) {
        it(`as its host ${failure}, the reason is told and nothing left in the cache`, async () => {
            host = await pulumisHost(answer);
            const { toolchain, told } = await machine.ensureToolchain([["nodejs"]], host.address);
            assert.equal(toolchain, undefined);
            assert.equal(told.at(-1), neither(reason));
            assert.deepEqual(machine.inCache(), []);
        });
    }

    it("as its host refuses connections, the reason is told and nothing left in the cache", async () => {
        host = await pulumisHost(serving(""));
        host.close();
        const { told } = await machine.ensureToolchain([["nodejs"]], host.address);
        const port = new URL(host.address).port;
        assert.equal(
            told.at(-1),
            neither(`get.pulumi.com cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}`),
        );
        assert.deepEqual(machine.inCache(), []);
    });

    describe("and there is Go", () => {
        beforeEach(async () => {
            machine.addGo();
            host = await pulumisHost((_, response) => response.writeHead(503).end());
        });

        it("the toolchain is built, and the reason told", async () => {
            const { toolchain, told } = await machine.ensureToolchain([["nodejs"]], host.address);
            assert.equal(toolchain?.version, pinned);
            assert.ok(
                told.includes(
                    `Pulumi ${pinned} cannot be installed: get.pulumi.com answered 503 Service Unavailable. Building it from source, once.`,
                ),
            );
        });

        it("the host is asked once for all toolchains that a process needs", async () => {
            const { toolchain } = await machine.ensureToolchain([["nodejs"], ["yaml"]], host.address);
            assert.equal(toolchain?.version, pinned);
            assert.equal(host.asked(), 1);
        });

        it("what was built is used without asking the host again", async () => {
            const { toolchain } = await machine.ensureToolchain([["nodejs"]], host.address);
            assert.deepEqual(await machine.ensureToolchain([["nodejs"]], host.address), {
                toolchain,
                told: [],
            });
            assert.equal(host.asked(), 1);
        });

        it("a host that the release in the cache lacks is built", async () => {
            host.close();
            host = await pulumisHost(serving(installScript({ hosts: [hostOf("nodejs")] })));
            await machine.ensureToolchain([["nodejs"]], host.address);
            const { toolchain, told } = await machine.ensureToolchain([["yaml"]], host.address);
            assert.equal(toolchain?.version, pinned);
            assert.ok(
                told.includes(
                    `Pulumi ${pinned} cannot be installed: the release has no pulumi-language-yaml. Building it from source, once.`,
                ),
            );
        });
    });
});
