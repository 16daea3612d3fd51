import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { cacheFolder } from "../../../tools/cache";
import { projectFolder } from "../../../tools/project";
import { descendantsOf, stillThere } from "./processes";

const interruptions = {
    "interrupted alone": (pid: number) => process.kill(pid, "SIGINT"),
    "interrupted with its group, as by Ctrl-C": (pid: number) => process.kill(-pid, "SIGINT"),
    terminated: (pid: number) => process.kill(pid, "SIGTERM"),
};

describe("A process whose engine is in the middle of a step", () => {
    for (const [ending, end] of Object.entries(interruptions)) {
        it(`lets it end the step when ${ending}, and leaves nothing behind`, async () => {
            const { child, output, descendants, folder } = await deployingSlowly();
            end(child.pid!);
            await once(child, "close");
            assert.match(output(), /first created/);
            assert.doesNotMatch(output(), /second creating/);
            assert.deepEqual(stillThere(descendants), []);
            assert.ok(!existsSync(folder));
        });
    }

    it("does not wait for the step when interrupted twice", async () => {
        const { child, output, descendants } = await deployingSlowly();
        child.kill("SIGINT");
        await until(() => output().includes("cancelling"));
        child.kill("SIGINT");
        await once(child, "close");
        assert.doesNotMatch(output(), /first created/);
        assert.deepEqual(stillThere(descendants), []);
    });

    it("lets it end the step even when killed", async () => {
        const { child, descendants, folder } = await deployingSlowly();
        child.kill("SIGKILL");
        await until(() => stillThere(descendants).length === 0);
        const state = readFileSync(join(folder, "state/.pulumi/stacks/slow/test.json"), "utf8");
        rmSync(folder, { recursive: true });
        assert.deepEqual(namesIn(state), ["slow-test", "default", "first"]);
    });
});

/** A process that deploys a program whose first step has begun, in a session of its own. */
async function deployingSlowly() {
    const before = stackFolders();
    const script = join(__dirname, "programs/interruptee.ts");
    const child = spawn(process.execPath, ["-r", join(projectFolder, "tests/register.js"), script], {
        detached: true,
        stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (data: Buffer) => (text += data.toString()));
    await until(() => text.includes("first creating") || child.exitCode !== null);

    const descendants = descendantsOf(child.pid!);
    const commands = descendants.map(({ command }) => command).join("\n");
    for (const part of ["pulumi up", "pulumi-language-nodejs", "pulumi/cmd/run", "dynamic-provider"]) {
        assert.ok(commands.includes(part), `no ${part} among the processes:\n${commands}\n${text}`);
    }
    const folder = stackFolders().find((name) => !before.includes(name))!;
    return { child, output: () => text, descendants, folder };
}

async function until(condition: () => boolean): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!condition()) {
        assert.ok(Date.now() < deadline, `waited in vain until ${condition.toString()}`);
        await setTimeout(50);
    }
}

function stackFolders(): string[] {
    const stacks = join(cacheFolder, "stacks");
    const names = existsSync(stacks) ? readdirSync(stacks) : [];
    return names.filter((name) => name.startsWith("slow-")).map((name) => join(stacks, name));
}

function namesIn(state: string): string[] {
    const { checkpoint } = JSON.parse(state) as { checkpoint: { latest: { resources: { urn: string }[] } } };
    return checkpoint.latest.resources.map(({ urn }) => urn.split("::").at(-1)!);
}
