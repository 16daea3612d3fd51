import assert from "node:assert/strict";
import { pages } from "./support/pages";
import { checkPython } from "./support/python";
import { snippetFrom, snippetsOf } from "./support/snippets";

describe("the snippets in Python", () => {
    it("have types that mypy and pyright accept in strict mode, in every page", async () => {
        const snippets = snippetsOf(pages(), "python");
        assert.notEqual(snippets.length, 0);
        assert.deepEqual(await checkPython(snippets), []);
    });

    it("are wrong with a wrong name of an input or an output", async () => {
        const snippets = [
            'AuroraS3Access(\n    "sales",\n    import_from=[{"bucket": raw.arn, "keys": ["incoming/*"]}],\n)',
            'AuroraS3Access("sales", import_froms=[{"bucket": "raw"}])',
            'pulumi.export("arn", access.role)',
        ];
        const told = await checkPython(snippets.map((code) => snippetFrom("python", code)));
        assert.deepEqual(
            [...new Set(told.map((message) => message.replace(/(page.md:\d+: \w+):.*/, "$1")))],
            ["page.md:6: mypy", "page.md:4: mypy", "page.md:6: pyright", "page.md:4: pyright"],
        );
    });
});
