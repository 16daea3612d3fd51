import assert from "node:assert/strict";
import { programs } from "../../tools/generate/docs/programs";
import { withGenerated } from "../../tools/generate/docs/generatedBlock";
import { chooser, details, writeSmallestProgram } from "../../tools/generate/docs/smallestProgram";
import { assertCommitted, generated } from "./generated";

describe("the smallest program in the docs", () => {
    it("is that of examples/smallest, to the byte", async () => {
        await assertCommitted(await generated(writeSmallestProgram));
    });

    const page = "# Title\n\n<!-- smallest program: generated -->\nold\n<!-- end -->\n\nText\n";

    it("replaces what is between the markers, as often as it is written", () => {
        const once = withGenerated(page, "smallest program", "new\n");
        assert.match(
            once,
            /^# Title\n\n<!-- smallest program: generated -->\n[^]*\nnew\n[^]*\n<!-- end -->\n\nText\n$/,
        );
        assert.doesNotMatch(once, /old/);
        assert.equal(withGenerated(once, "smallest program", "new\n"), once);
    });

    it("leaves a page without markers as it is", () =>
        assert.equal(withGenerated("# Title\n", "smallest program", "new"), "# Title\n"));

    it("rejects a marker without an end, and a second one", () => {
        assert.throws(
            () => withGenerated("<!-- smallest program: generated -->\n", "smallest program", "new"),
            /is expected/,
        );
        assert.throws(() => withGenerated(page + page, "smallest program", "new"), /is expected/);
    });

    it("has a fence for each language, and TypeScript open on GitHub", () => {
        const all = programs("smallest");
        const readme = details(all);
        const registry = chooser(all);
        for (const { language, title, fence, code } of all) {
            assert.ok(
                readme.includes(`<summary>${title}</summary>\n\n\`\`\`${fence}\n${code}\`\`\`\n`),
                title,
            );
            assert.ok(
                registry.includes(`{{% choosable language ${language} %}}\n\n\`\`\`${fence}\n${code}`),
                title,
            );
        }
        assert.equal(readme.split("<details open>").length, 2);
        assert.match(readme, /^<details open>\n<summary>TypeScript/);
        assert.match(registry, /^\{\{< chooser language "typescript,python,go,csharp,java,yaml" >\}\}\n/);
    });
});
