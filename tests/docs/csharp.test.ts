import assert from "node:assert/strict";
import { wrongNames } from "./support/csharp";
import { pages } from "./support/pages";
import { snippetFrom, snippetsOf } from "./support/snippets";

describe("the snippets in C#", () => {
    it("use names of the schema, in every page", () => {
        const snippets = snippetsOf(pages(), "csharp");
        assert.notEqual(snippets.length, 0);
        assert.deepEqual(wrongNames(snippets), []);
    });

    it("are wrong with a wrong name of an input, an output or a value", () => {
        const code = [
            'var access = new AuroraS3Access("sales", new AuroraS3AccessArgs',
            "{",
            "    ImportFroms = { },",
            "    Engine = AuroraEngine.AuroraMysq,",
            '    ExportTo = { new S3LocationArgs { Bucket = "a", Keys = { "b" } } },',
            '    ImportFrom = new[] { new Inputs.S3LocationArgs { Bucket = "Keys = x" } }, // Keys = 1',
            "    RoleNames = x,",
            "});",
            'return new Dictionary<string, object?> { ["arn"] = access.Role };',
        ].join("\n");
        assert.deepEqual(wrongNames([snippetFrom("csharp", code)]), [
            "page.md:6: AuroraS3AccessArgs has no ImportFroms",
            "page.md:7: AuroraEngine has no AuroraMysq",
            "page.md:8: S3LocationArgs has no Keys",
            "page.md:10: AuroraS3AccessArgs has no RoleNames",
            "page.md:12: access has no Role",
        ]);
    });
});
