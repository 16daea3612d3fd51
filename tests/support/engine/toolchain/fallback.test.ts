import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { binaries, hostOf, pinnedVersion } from "../../../../tools/toolchain/binaries";
import { Machine } from "./machine";
import { installScript, pinned, serving } from "./standIns";

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
        "the release does not contain pulumi-language-nodejs",
    ],
    [
        "has an older version",
        serving(installScript({ version: "v3.249.0" })),
        "the installer provided version 3.249.0 instead",
    ],
    [
        "has a later version",
        serving(installScript({ version: "v3.251.0" })),
        "the installer provided version 3.251.0 instead",
    ],
    [
        "has a CLI that doesn't run",
        serving(installScript({ version: "Segmentation fault" })),
        `the installed CLI does not run: "pulumi version" prints no version`,
    ],
];

describe("Where Pulumi's own installer fails", () => {
    let machine: Machine;
    beforeEach(async () => (machine = await Machine.create()));
    afterEach(() => machine.dispose());

    const neither = (reason: string) =>
        `pulumi can neither be installed (${reason}) nor built (Go is not on the PATH). ` +
        "Install Pulumi 3.200.0 or later (https://www.pulumi.com/docs/install) or " +
        `Go ${pinnedVersion(binaries[0]!, "go")} or later (https://go.dev/dl), and add it to the PATH.`;

    for (const [failure, answer, reason] of failures) {
        it(`as its host ${failure}, the reason is told and nothing left in the cache`, async () => {
            machine.host.answer = answer;
            const { toolchain, told } = await machine.ensureToolchain(["nodejs"]);
            assert.equal(toolchain, undefined);
            assert.equal(told.at(-1), neither(reason));
            assert.deepEqual(machine.inCache(), []);
        });
    }

    it("as its host refuses connections, the reason is told and nothing left in the cache", async () => {
        machine.host.close();
        const { told } = await machine.ensureToolchain(["nodejs"]);
        assert.equal(
            told.at(-1),
            neither(
                `get.pulumi.com cannot be reached: connect ECONNREFUSED ${new URL(machine.host.address).host}`,
            ),
        );
        assert.deepEqual(machine.inCache(), []);
    });

    describe("and there is Go", () => {
        beforeEach(() => {
            machine.addGo();
            machine.host.answer = (_, response) => response.writeHead(503).end();
        });

        it("the toolchain is built, and the reason told", async () => {
            const { toolchain, told } = await machine.ensureToolchain(["nodejs"]);
            assert.equal(toolchain?.version, pinned);
            assert.ok(
                told.includes(
                    `Pulumi ${pinned} cannot be installed: get.pulumi.com answered 503 Service Unavailable. Building it from source, once.`,
                ),
            );
        });

        it("the host is asked once for all toolchains that a process needs", async () => {
            const { toolchain } = await machine.ensureToolchain(["nodejs"], ["yaml"]);
            assert.equal(toolchain?.version, pinned);
            assert.equal(machine.host.asked, 1);
        });

        it("what was built is used without asking the host again", async () => {
            const { toolchain } = await machine.ensureToolchain(["nodejs"]);
            assert.deepEqual(await machine.ensureToolchain(["nodejs"]), {
                toolchain,
                told: [],
            });
            assert.equal(machine.host.asked, 1);
        });

        it("a host that the release in the cache lacks is built", async () => {
            machine.host.answer = serving(installScript({ hosts: [hostOf("nodejs")] }));
            await machine.ensureToolchain(["nodejs"]);
            const { toolchain, told } = await machine.ensureToolchain(["yaml"]);
            assert.equal(toolchain?.version, pinned);
            assert.ok(
                told.includes(
                    `Pulumi ${pinned} cannot be installed: the release does not contain pulumi-language-yaml. Building it from source, once.`,
                ),
            );
        });
    });
});
