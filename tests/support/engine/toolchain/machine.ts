import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
    chmodSync,
    cpSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    realpathSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "../../../../tools/cache";
import { projectFolder } from "../../../../tools/project";
import type { Language } from "../../../../tools/toolchain";
import { binaries } from "../../../../tools/toolchain/binaries";
import type { Installed } from "../../../../tools/toolchain/installed";
import { goScript, PulumisHost } from "./standIns";

interface RunOptions {
    node?: string;
    /** On top of the machine's own. */
    env?: NodeJS.ProcessEnv;
}

/** What of the project the toolchain consists of. */
const parts = ["tools", "package.json", "tsconfig.json", "tests/register.js", "tests/tsconfig.json"];

/** What it and the stand-ins run. */
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

/**
 * A machine with neither Pulumi nor Go, whose home and temporary folder are empty, a fresh copy of the project on it,
 * and the host of Pulumi's installer.
 */
export class Machine {
    readonly root: string;
    readonly project: string;
    readonly bin: string;

    static async create(): Promise<Machine> {
        return new Machine(await new PulumisHost().start());
    }

    private constructor(readonly host: PulumisHost) {
        mkdirSync(join(cacheFolder, "tmp"), { recursive: true });
        this.root = realpathSync(mkdtempSync(join(cacheFolder, "tmp", "machine-")));
        this.project = join(this.root, "project");
        this.bin = join(this.root, "bin");
        for (const folder of ["home", "tmp", "bin"]) mkdirSync(join(this.root, folder));

        for (const tool of tools) symlinkSync(pathOf(tool), join(this.bin, tool));
        for (const part of parts)
            cpSync(join(projectFolder, part), join(this.project, part), { recursive: true });
        symlinkSync(join(projectFolder, "node_modules"), join(this.project, "node_modules"));
    }

    dispose(): void {
        this.host.close();
        rmSync(this.root, { recursive: true });
    }

    /** A script on the PATH. */
    add(name: string, script: string): void {
        writeFileSync(join(this.bin, name), script);
        chmodSync(join(this.bin, name), 0o755);
    }

    addGo(): void {
        const module = join(this.root, "module");
        for (const script of binaries.flatMap(({ scripts }) => scripts)) {
            mkdirSync(join(module, dirname(script)), { recursive: true });
            writeFileSync(join(module, script), "#!/bin/sh\n");
        }
        this.add("go", goScript(module));
    }

    /** A process that asks for these toolchains, one after another. */
    start(asked: Language[][], options: RunOptions = {}) {
        return this.run(["--eval", program, JSON.stringify(asked)], options);
    }

    /** What such a process gets at last, and the lines that it is told meanwhile. */
    async ensureToolchain(...asked: Language[][]) {
        const { child, output } = this.start(asked);
        await once(child, "close");
        const toolchain = output.stdout ? (JSON.parse(output.stdout) as Installed) : undefined;
        return { toolchain, told: output.stderr.split("\n").filter((line) => line !== "") };
    }

    /** Node.js with the project's TypeScript, in a process group of its own. */
    run(args: string[], { node = process.execPath, env = {} }: RunOptions = {}) {
        const child = spawn(node, ["--require", join(this.project, "tests/register.js"), ...args], {
            cwd: this.project,
            detached: true,
            env: {
                PATH: this.bin,
                HOME: join(this.root, "home"),
                TMPDIR: join(this.root, "tmp"),
                // Of ts-node, which would write into the temporary folder.
                DISABLE_V8_COMPILE_CACHE: "1",
                NODE_OPTIONS: `--require ${join(__dirname, "reroute.js")}`,
                STAND_IN: this.host.address,
                ...env,
            },
        });
        const output = { stdout: "", stderr: "" };
        for (const stream of ["stdout", "stderr"] as const)
            child[stream].on("data", (text: Buffer) => (output[stream] += text.toString()));
        return { child, output };
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
