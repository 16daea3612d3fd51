import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { cacheFolder } from "../../../../tools/cache";
import { projectFolder } from "../../../../tools/project";
import { virtualEnvironment } from "../../python";
import { pythonWithSdks } from "../python";

/** Beside the environments: the first run reads all of Pulumi's SDKs, which takes a minute, and the others what it found. */
const mypyCache = join(cacheFolder, "languages/mypy-cache");

/**
 * What mypy and pyright, both in strict mode, say of the Python files in the folder, a line for each error:
 * `mypy: program.py:3: ...`. Pulumi's SDKs and our own are what the programs import.
 */
export async function checkTypes(folder: string): Promise<string[]> {
    const python = join(await pythonWithSdks(), "bin/python");
    // Not its script, which knows only where the environment was made.
    const withMypy = join(
        await virtualEnvironment({
            name: "languages/types",
            user: "The check of types in Python",
            contents: "mypy",
            installTime: "10 seconds",
            requirements: join(__dirname, "types/requirements.txt"),
        }),
        "bin/python",
    );
    // A copy, so that no settings of either are found on the way up, nor files of other programs.
    const copy = await mkdtemp(join(tmpdir(), "types-"));
    try {
        const files = (await readdir(folder)).filter((file) => file.endsWith(".py")).sort();
        if (files.length === 0) throw new Error(`there is no program in ${folder}`);
        for (const file of files) await cp(join(folder, file), join(copy, file));
        await writeFile(join(copy, "pyrightconfig.json"), `{ "typeCheckingMode": "strict" }`);
        return [...(await runMypy(withMypy, python, copy, files)), ...(await runPyright(python, copy))];
    } finally {
        await rm(copy, { recursive: true });
    }
}

async function runMypy(withMypy: string, python: string, cwd: string, files: string[]): Promise<string[]> {
    const settings = [
        "--strict",
        "--config-file=",
        `--python-executable=${python}`,
        `--cache-dir=${mypyCache}`,
    ];
    const plainly = ["--no-error-summary", "--hide-error-context", "--no-color-output"];
    const { code, stdout, stderr } = await run(
        withMypy,
        ["-m", "mypy", ...settings, ...plainly, ...files],
        cwd,
    );
    if (code > 1 || stderr !== "") throw new Error(`mypy failed: ${stdout}${stderr}`);
    const errors = stdout.split("\n").filter((line) => line.includes(" error: "));
    // By file, as mypy tells of them in an order of its own.
    const of = (file: string) => errors.filter((line) => line.startsWith(`${file}:`));
    return files.flatMap(of).map((line) => `mypy: ${line}`);
}

interface Diagnosed {
    generalDiagnostics: {
        file: string;
        severity: string;
        message: string;
        range: { start: { line: number } };
    }[];
}

async function runPyright(python: string, cwd: string): Promise<string[]> {
    const pyright = join(projectFolder, "node_modules/pyright/index.js");
    const args = [pyright, "--project", cwd, "--pythonpath", python, "--outputjson"];
    const { code, stdout, stderr } = await run(process.execPath, args, cwd);
    if (code > 1) throw new Error(`pyright failed: ${stdout}${stderr}`);
    const { generalDiagnostics } = JSON.parse(stdout) as Diagnosed;
    return generalDiagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ file, message, range }) => {
            const [text] = message.split("\n");
            return `pyright: ${relative(cwd, file)}:${range.start.line + 1}: error: ${text}`;
        });
}

/** Both exit with 1 where they find errors. */
async function run(
    command: string,
    args: string[],
    cwd: string,
): Promise<{ code: number; stdout: string; stderr: string }> {
    return new Promise((resolve, reject) => {
        const options = { cwd, maxBuffer: 64 * 1024 * 1024 };
        execFile(command, args, options, (error, stdout, stderr) => {
            const { code = 0, message } = error ?? {};
            if (typeof code === "number") resolve({ code, stdout, stderr });
            else reject(new Error(message, { cause: error }));
        });
    });
}
