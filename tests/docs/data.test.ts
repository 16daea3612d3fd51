import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { manifest } from "../../tools/project";
import { pages } from "./support/pages";
import { placeOf, snippetFrom, snippetsOf, type Snippet } from "./support/snippets";

const jsonErrors = (snippets: readonly Snippet[]) =>
    snippets.flatMap((snippet) => {
        try {
            JSON.parse(snippet.code);
            return [];
        } catch (error) {
            return [`${placeOf(snippet)}: ${(error as Error).message}`];
        }
    });

/** What a shell says of commands that it reads without running them, and the scripts that the package does not have. */
async function shellErrors(snippets: readonly Snippet[]): Promise<string[]> {
    const told: string[] = [];
    for (const snippet of snippets) {
        // A placeholder is read as an argument, not as a file to read from.
        const code = snippet.code.replace(/<[^<>\n]+>/g, "placeholder");
        await promisify(execFile)("bash", ["-n", "-c", code]).catch(({ stderr }: { stderr: string }) =>
            told.push(`${placeOf(snippet)}: ${stderr.trim()}`),
        );
        for (const [, script = ""] of code.matchAll(/\bnpm run ([\w:-]+)/g)) {
            if (!(script in manifest.scripts)) told.push(`${placeOf(snippet)}: no script ${script}`);
        }
    }
    return told;
}

describe("the snippets", () => {
    const languages = "csharp go hcl java json mermaid python sh sql text ts typescript xml yaml".split(" ");
    it("name a language that their test knows", () => {
        const all = snippetsOf(pages(), ...new Set(pages().flatMap(({ markdown }) => infosIn(markdown))));
        const unknown = all.filter(({ language }) => !languages.includes(language));
        assert.deepEqual(
            unknown.map((snippet) => `${placeOf(snippet, 0)}: ${snippet.language}`),
            [],
        );
    });

    it("in JSON can be read", () => assert.deepEqual(jsonErrors(snippetsOf(pages(), "json")), []));
    it("in JSON are wrong with a comma too many", () =>
        assert.equal(jsonErrors([snippetFrom("json", '{ "a": 1, }')]).length, 1));

    it("for a shell can be read, and run scripts that the package has", async () =>
        assert.deepEqual(await shellErrors(snippetsOf(pages(), "sh")), []));
    it("for a shell are wrong with an open quote, or a script that there is not", async () => {
        const told = await shellErrors([snippetFrom("sh", "echo 'a"), snippetFrom("sh", "npm run nothing")]);
        assert.deepEqual(
            told.map((message) => message.replace(/bash: .*/s, "bash")),
            ["page.md:4: bash", "page.md:4: no script nothing"],
        );
    });
});

const infosIn = (markdown: string) => [...markdown.matchAll(/^ *```(.*)$/gm)].map(([, info]) => info!.trim());
