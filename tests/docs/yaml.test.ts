import assert from "node:assert/strict";
import { parseDocument } from "yaml";
import { setUp, type Setup } from "../support/setUp";
import { pages } from "./support/pages";
import { placeOf, snippetFrom, snippetsIn, snippetsOf } from "./support/snippets";
import { isProgram, preview, unknownNames } from "./support/yaml";

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

    it("use names of the schema, also where they are not programs", () => {
        const all = pages()
            .flatMap(snippetsIn)
            .filter(({ language }) => language === "yaml");
        assert.deepEqual(all.flatMap(unknownNames), []);
    });

    it("can be previewed by the engine, if they are programs", async () => {
        const programs = snippets.filter(isProgram);
        assert.notEqual(programs.length, 0);
        assert.deepEqual(await preview(programs, setup), []);
    });

    it("are wrong with a wrong name, also where they are not programs", () => {
        const code = [
            "access:",
            "  type: aurora-s3-access:AuroraS3Access",
            "  properties:",
            "    importFroms: [{ bucket: raw }]",
            "    exportTo: [{ bucket: raw }, { bucket: raw, keys: [a] }]",
            "    clusterParameterGroup: { parameters: [{ nam: a }] }",
            "output: ${access.role}",
        ].join("\n");
        assert.deepEqual(unknownNames(snippetFrom("yaml", code)), [
            "page.md:4: AuroraS3Access has no importFroms",
            "page.md:4: AuroraS3Access has no exportTo[1].keys",
            "page.md:4: AuroraS3Access has no clusterParameterGroup.parameters[0].nam",
            "page.md:4: AuroraS3Access has no role",
        ]);
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
