import assert from "node:assert/strict";
import { identity } from "../../tools/identity";
import { compileJava } from "./support/java";
import { pages } from "./support/pages";
import { snippetFrom, snippetsOf } from "./support/snippets";

describe("the snippets in Java", () => {
    it("compile, in every page", async () => {
        const snippets = snippetsOf(pages(), "java");
        assert.notEqual(snippets.length, 0);
        assert.deepEqual(await compileJava(snippets), []);
    });

    it("are wrong with a wrong name of an input or an output", async () => {
        const snippets = [
            'var args = AuroraS3AccessArgs.builder()\n    .importFroms(S3LocationArgs.builder().bucket("raw").build())\n    .build();',
            'ctx.export("arn", access.role());',
        ];
        assert.deepEqual(await compileJava(snippets.map((code) => snippetFrom("java", code))), [
            `page.md:5: cannot find symbol symbol: method importFroms(${identity.javaBasePackage}.auroras3access.inputs.S3LocationArgs)`,
            "page.md:4: cannot find symbol symbol: method role()",
        ]);
    });
});
