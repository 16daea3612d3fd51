import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { pages } from "../../docs/support/pages";
import { snippetsOf } from "../../docs/support/snippets";
import { languageEnvironment } from "../../support/languages";
import { sitePackages, virtualEnvironment } from "../../support/python";
import { type Ran, runToEnd } from "./run";

/** The guide that tells users how to write unit tests. */
const path = "docs/guides/unit-tests.md";
const [page] = pages().filter((each) => each.path === path);
assert.ok(page, path);

/** The one test that the page has in this language. */
function testIn(language: string): string {
    const tests = snippetsOf([page!], language).filter(({ code }) => /\bset_?mocks\(/i.test(code));
    assert.equal(tests.length, 1, `${path} has one test in ${language}`);
    return tests[0]!.code;
}

/** What the page has users of Vitest add. */
const importOfVitest = /`(import \{ it \} from "vitest";)`/;

/** The test of the page, as files of a project: for runners that take TypeScript, and compiled for those that do not. */
export function testsInTypeScript(): Record<string, string> {
    const code = testIn("ts");
    const [, imported] = importOfVitest.exec(page!.markdown) ?? [];
    assert.ok(imported, `${path} says what to add for Vitest`);
    const { outputText } = ts.transpileModule(code, {
        compilerOptions: {
            module: ts.ModuleKind.CommonJS,
            target: ts.ScriptTarget.ES2022,
            esModuleInterop: true,
        },
    });
    return { "page.test.ts": `${imported}\n${code}`, "page.test.js": outputText };
}

/** How many tests there are. */
export const countInTypeScript = (): number => testIn("ts").match(/^it\(/gm)!.length;
export const countInPython = (): number => testIn("python").match(/^def test_/gm)!.length;

/** Runs the test of the page in Python, with our SDK as it is now. */
export async function runPytest(): Promise<Ran> {
    const pytest = await virtualEnvironment({
        name: "pytest",
        user: "A unit test of a user",
        contents: "pytest",
        installTime: "5 seconds",
        requirements: join(__dirname, "python/requirements.txt"),
    });
    const language = await languageEnvironment("python");
    const folder = await mkdtemp(join(tmpdir(), "unit-tests-"));
    try {
        await language.install(folder);
        await writeFile(join(folder, "test_access.py"), testIn("python"));
        const args = ["-m", "pytest", "-p", "no:cacheprovider", "-p", "no:warnings", "test_access.py"];
        return await runToEnd(join(folder, "venv/bin/python"), args, folder, {
            PYTHONPATH: await sitePackages(pytest),
            PYTHONDONTWRITEBYTECODE: "1",
        });
    } finally {
        await rm(folder, { recursive: true });
    }
}
