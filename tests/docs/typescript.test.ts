import assert from "node:assert/strict";
import { docstrings, pages } from "./support/pages";
import { snippetFrom, snippetsOf } from "./support/snippets";
import { compileTypeScript } from "./support/typescript";

describe("the snippets in TypeScript", () => {
    it("compile, in every page and docstring", () => {
        const snippets = snippetsOf([...pages(), ...docstrings()], "ts", "typescript");
        assert.notEqual(snippets.length, 0);
        assert.deepEqual(compileTypeScript(snippets), []);
    });

    it("are wrong with a wrong name of an input or an output", () => {
        const snippets = [
            'new AuroraS3Access("sales", {\n  importFrom: [{ bucket: raw.arn, keys: ["incoming/*"] }],\n});',
            'new AuroraS3Access("sales", { importFroms: [{ bucket: raw.arn }] });',
            "export const arn = access.role;",
        ];
        const told = compileTypeScript(snippets.map((code) => snippetFrom("ts", code)));
        assert.deepEqual(
            told.map((message) => message.replace(/ (in|on) type .*/, "")),
            [
                "page.md:5: Object literal may only specify known properties, and 'keys' does not exist",
                "page.md:4: Object literal may only specify known properties, but 'importFroms' does not exist",
                "page.md:4: Property 'role' does not exist",
            ],
        );
    });
});
