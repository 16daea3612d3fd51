import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { hostOf, languages } from "../../../../tools/toolchain/binaries";
import { withNode } from "../../../plugin/support/nodes";
import { descendantsOf, stillThere } from "../processes";
import { Machine } from "./machine";
import { installScript, pinned, serving } from "./standIns";

const release = `release-${pinned}-${process.platform}-${process.arch}`;

describe("Pulumi's own installer", () => {
    let machine: Machine;
    beforeEach(async () => (machine = await Machine.create()));
    afterEach(() => machine.dispose());

    const installed = () => ({
        bin: join(machine.project, ".cache/toolchain", release, "bin"),
        version: pinned,
    });

    it("provides the CLI and every language host where there is neither Pulumi nor Go", async () => {
        const { toolchain, told } = await machine.ensureToolchain([...languages]);
        assert.deepEqual(toolchain, installed());
        const [none, ...progress] = told;
        assert.equal(
            none,
            "Pulumi 3.200.0 or later with pulumi-language-go, pulumi-language-java, pulumi-language-nodejs, " +
                "pulumi-language-python, pulumi-language-yaml is not on the PATH.",
        );
        assert.equal(progress[0], `Pulumi ${pinned}: installing from get.pulumi.com ... 0 s`);
        assert.match(progress.at(-1)!, /^Pulumi [\d.]+: installing from get\.pulumi\.com: done after \d+ s$/);
    });

    it("writes nothing outside the cache, and there only the release", async () => {
        await machine.ensureToolchain(["nodejs"]);
        assert.deepEqual(machine.outsideTheCache(), []);
        assert.deepEqual(machine.inCache(), [release]);
        assert.deepEqual(machine.inCache(release), ["bin"]);
    });

    it("is not asked where the release is in the cache", async () => {
        await machine.ensureToolchain(["nodejs"]);
        const asked = machine.host.asked;
        assert.deepEqual(await machine.ensureToolchain(["python"]), {
            toolchain: installed(),
            told: [],
        });
        assert.equal(machine.host.asked, asked);
    });

    it("is not asked where Pulumi is on the PATH", async () => {
        machine.add("pulumi", "#!/bin/sh\necho v3.201.0\n");
        machine.add(hostOf("nodejs"), "#!/bin/sh\n");
        assert.deepEqual(await machine.ensureToolchain(["nodejs"]), {
            toolchain: { bin: machine.bin, version: "3.201.0" },
            told: [],
        });
        assert.equal(machine.host.asked, 0);
    });

    const endings = ["SIGINT", "SIGTERM", "SIGKILL"] as const;
    for (const ending of endings) {
        it(`leaves neither a process nor a release when ended by ${ending}, and installs it the next time`, async () => {
            machine.host.answer = serving(installScript({ meanwhile: "sleep 600" }));
            const { child } = machine.start([["nodejs"]]);
            const descendants = await sleepingBelow(child.pid!);
            child.kill(ending);
            await once(child, "close");
            await until(() => stillThere(descendants).length === 0);
            assert.equal(machine.inCache().includes(release), false);

            machine.host.answer = serving(installScript());
            const { toolchain } = await machine.ensureToolchain(["nodejs"]);
            assert.deepEqual(toolchain, installed());
            assert.deepEqual(machine.inCache(), [release]);
        });
    }

    it("is ended with all that it started when it takes too long", async () => {
        machine.host.answer = serving(installScript({ meanwhile: "sleep 600" }));
        const installer = join(machine.project, "tools/toolchain/installer.ts");
        const limits = { look: "5", installation: "3" };
        const { child, output } = machine.run([installer, machine.root, pinned, ...Object.values(limits)]);
        const descendants = await sleepingBelow(child.pid!);
        await once(child, "close");
        assert.deepEqual(stillThere(descendants), []);
        assert.equal(output.stderr, "the installer did not finish within 3 seconds\n");
    });

    it("is reached through the proxy of the environment, from Node.js 22.21 and 24 on", async () => {
        const asked: string[] = [];
        const proxy = createServer().on("connect", ({ url }, socket: Socket) => {
            asked.push(url!);
            socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
        });
        proxy.listen(0, "127.0.0.1");
        await once(proxy, "listening");
        const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
        for (const version of ["22.23.3", "24.21.0"]) {
            const node = join((await withNode(version)).PATH!.split(":")[0]!, "node");
            const { child } = machine.start([["nodejs"]], { node, env: { HTTPS_PROXY, NODE_OPTIONS: "" } });
            await once(child, "close");
        }
        proxy.close();
        assert.deepEqual(asked, ["get.pulumi.com:443", "get.pulumi.com:443"]);
    });
});

/** The descendants of a process, once one of them sleeps. */
const sleepingBelow = (pid: number) =>
    until(() => {
        const descendants = descendantsOf(pid);
        return descendants.some(({ command }) => command === "sleep 600") && descendants;
    });

async function until<T>(condition: () => T | false): Promise<T> {
    const deadline = Date.now() + 40_000;
    for (;;) {
        const result = condition();
        if (result !== false) return result;
        assert.ok(Date.now() < deadline, `waited in vain until ${condition.toString()}`);
        await setTimeout(50);
    }
}
