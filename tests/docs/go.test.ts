import assert from "node:assert/strict";
import { compileGo } from "./support/go";
import { pages } from "./support/pages";
import { snippetFrom, snippetsOf } from "./support/snippets";

describe("the snippets in Go", () => {
    it("compile, in every page", async () => {
        const snippets = snippetsOf(pages(), "go");
        assert.notEqual(snippets.length, 0);
        assert.deepEqual(await compileGo(snippets), []);
    });

    it("are wrong with a wrong name of an input or an output", async () => {
        const snippets = [
            'access, err := auroras3access.NewAuroraS3Access(ctx, "sales", &auroras3access.AuroraS3AccessArgs{\n\tImportFroms: nil,\n})\n_ = access',
            'ctx.Export("arn", access.Role)',
        ];
        assert.deepEqual(await compileGo(snippets.map((code) => snippetFrom("go", code))), [
            "page.md:5: unknown field ImportFroms in struct literal of type auroras3access.AuroraS3AccessArgs",
            "page.md:4: access.Role undefined (type *auroras3access.AuroraS3Access has no field or method Role)",
        ]);
    });
});
