import assert from "node:assert/strict";
import { parseDocument } from "yaml";
import { setUp, type Setup } from "../support/setUp";
import { pages } from "./support/pages";
import { placeOf, snippetFrom, snippetsOf } from "./support/snippets";
import { isProgram, preview } from "./support/yaml";

describe("the snippets in YAML", () => {
    const snippets = snippetsOf(pages(), "yaml");
    let setup: Setup;
    before(async () => {
        setup = await setUp("yaml");
    });
    after(() => setup.aws.stop());

    it("can be read", () => {
        const told = snippets.flatMap((snippet) =>
            parseDocument(snippet.code).errors.map(({ message }) => `${placeOf(snippet)}: ${message}`),
        );
        assert.deepEqual(told, []);
    });

    it("can be previewed by the engine, if they are programs", async () => {
        const programs = snippets.filter(isProgram);
        assert.notEqual(programs.length, 0);
        assert.deepEqual(await preview(programs, setup), []);
    });

    it("are wrong with a wrong name of an input or an output", async () => {
        const access = (input: string) =>
            `resources:\n  access:\n    type: aurora-s3-access:AuroraS3Access\n    properties:\n      ${input}\n`;
        const told = await preview(
            [
                snippetFrom("yaml", access("importFroms: [{ bucket: raw }]")),
                snippetFrom(
                    "yaml",
                    `${access("importFrom: [{ bucket: raw }]")}outputs: { arn: "\${access.role}" }`,
                ),
            ],
            setup,
        );
        assert.deepEqual(
            told.map((message) => message.replace(/: .*?Error\S*: (.*?)\n.*/s, ": $1")),
            [
                "page.md:4: Property importFroms does not exist on 'aurora-s3-access:index:AuroraS3Access'",
                "page.md:4: role does not exist on access",
            ],
        );
    });
});
