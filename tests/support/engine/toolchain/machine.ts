import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
    chmodSync,
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    rmSync,
    symlinkSync,
} from "node:fs";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../../../tools/cache";
import { projectFolder } from "../../../../tools/project";
import type { Language } from "../../../../tools/toolchain";
import type { Installed } from "../../../../tools/toolchain/installed";
import { goScript } from "./standIns";

/** What the toolchain and the stand-ins run. */
const tools = ["awk", "cat", "chmod", "date", "mkdir", "mktemp", "ps", "rm", "sh", "sleep"];

const program = `
(async () => {
    const { ensureToolchain } = require("./tools/toolchain");
    let toolchain;
    for (const languages of JSON.parse(process.argv[1])) toolchain = await ensureToolchain(languages);
    console.log(JSON.stringify(toolchain));
})().catch(({ message }) => {
    console.error(message);
    process.exitCode = 1;
});
`;

/** A machine with neither Pulumi nor Go, a home and a temporary folder that are empty, and a fresh copy of the project. */
export class Machine {
    private readonly root: string;
    readonly project: string;
    readonly bin: string;

    constructor() {
        mkdirSync(join(cacheFolder, "tmp"), { recursive: true });
        this.root = mkdtempSync(join(cacheFolder, "tmp", "machine-"));
        this.project = join(this.root, "project");
        this.bin = join(this.root, "bin");
        for (const folder of ["home", "tmp", "bin"]) mkdirSync(join(this.root, folder));

        for (const tool of tools) symlinkSync(pathOf(tool), join(this.bin, tool));
        for (const part of [
            "tools",
            "package.json",
            "tsconfig.json",
            "tests/register.js",
            "tests/tsconfig.json",
        ]) {
            cpSync(join(projectFolder, part), join(this.project, part), { recursive: true });
        }
        symlinkSync(join(projectFolder, "node_modules"), join(this.project, "node_modules"));
    }

    dispose(): void {
        rmSync(this.root, { recursive: true });
    }

    /** A script on the PATH. */
    add(name: string, script: string): void {
        writeFileSync(join(this.bin, name), script);
        chmodSync(join(this.bin, name), 0o755);
    }

    addGo(): void {
        const module = join(this.root, "module");
        for (const script of [
            "nodejs/dist/pulumi-resource-pulumi-nodejs",
            "python/cmd/pulumi-language-python-exec",
        ]) {
            mkdirSync(join(module, script, ".."), { recursive: true });
            writeFileSync(join(module, script), "#!/bin/sh\n");
        }
        this.add("go", goScript(module));
    }

    /** A process that asks for these toolchains, one after another, on a Node.js; Pulumi's host is at an address. */
    start(asked: Language[][], pulumisHost: string, node = process.execPath, env: NodeJS.ProcessEnv = {}) {
        const register = join(this.project, "tests/register.js");
        const child = spawn(node, ["--require", register, "--eval", program, JSON.stringify(asked)], {
            cwd: this.project,
            env: {
                PATH: this.bin,
                HOME: join(this.root, "home"),
                TMPDIR: join(this.root, "tmp"),
                // Of ts-node, which would write into the temporary folder.
                DISABLE_V8_COMPILE_CACHE: "1",
                ...(pulumisHost && {
                    NODE_OPTIONS: `--require ${join(__dirname, "reroute.js")}`,
                    STAND_IN: pulumisHost,
                }),
                ...env,
            },
        });
        const output = { toolchain: "", told: "" };
        child.stdout.on("data", (text: Buffer) => (output.toolchain += text.toString()));
        child.stderr.on("data", (text: Buffer) => (output.told += text.toString()));
        return { child, output };
    }

    /** What it gets, and the lines that it is told meanwhile. */
    async ensureToolchain(...args: Parameters<Machine["start"]>) {
        const { child, output } = this.start(...args);
        await once(child, "close");
        const toolchain = output.toolchain ? (JSON.parse(output.toolchain) as Installed) : undefined;
        return { toolchain, told: output.told.split("\n").filter((line) => line !== "") };
    }

    /** What is in the toolchain's cache, but for Pulumi's home, or in an entry of it. */
    inCache(entry = ""): string[] {
        const folder = join(this.project, ".cache/toolchain", entry);
        return existsSync(folder) ? readdirSync(folder).filter((name) => name !== "home") : [];
    }

    /** What was written into the home and the temporary folder. */
    outsideTheCache(): string[] {
        return ["home", "tmp"].flatMap((folder) => readdirSync(join(this.root, folder)));
    }
}

const pathOf = (tool: string) =>
    execFileSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).trim();
