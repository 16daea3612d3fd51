import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { parse } from "yaml";
import { readInputs } from "../../provider/inputs/read";
import { plan } from "../../provider/plan/access";
import { judge } from "../../provider/validation/findMistakes";
import { findWarnings } from "../../provider/validation/warnings";
import { pages } from "./support/pages";
import { component } from "./support/schema";
import { placeOf, snippetFrom, snippetsOf, type Snippet } from "./support/snippets";

/** A line that the component tells: the path of an input, and what is wrong with it. */
const isMessage = (line: string) => {
    // What only the plugin tells is in its own tests.
    if (line.includes(": is not known yet. ")) return false;
    const [, input = ""] = /^(\w+)[\w.[\]]*: /.exec(line) ?? [];
    return input in component.inputProperties;
};

/** An output of which nothing is known yet, or one that holds nothing. */
const outputs = [
    { tag: "!output", resolve: () => pulumi.output(new Promise(() => undefined)) },
    { tag: "!nothing", resolve: () => pulumi.output(undefined) },
];

async function toldOf(text: string): Promise<string[]> {
    const reading = readInputs(parse(text, { customTags: outputs }));
    if (text.includes("!nothing")) await reading.settle();
    const planned = plan(reading.inputs);
    const all = [...judge(planned, {}), ...findWarnings(planned)];
    return all.map(({ propertyPath, reason }) => `${propertyPath}: ${reason}`);
}

/** The messages in a snippet that the component does not tell of any of the inputs that the page names in a comment. */
async function untold(snippet: Snippet): Promise<string[]> {
    const told = (await Promise.all(snippet.toldOf.map(toldOf))).flat();
    return snippet.code
        .split("\n")
        .flatMap((line, i) =>
            isMessage(line) && !told.includes(line) ? [`${placeOf(snippet, i + 1)}: ${line}`] : [],
        );
}

describe("the messages that the pages quote", () => {
    it("are told of the inputs that the page names", async () => {
        const snippets = snippetsOf(pages(), "text");
        assert.notEqual(snippets.filter(({ code }) => code.split("\n").some(isMessage)).length, 0);
        assert.deepEqual((await Promise.all(snippets.map(untold))).flat(), []);
    });

    it("are wrong with another word, or without inputs", async () => {
        const message = "importFrom: must be set unless exportTo, predefinedPolicy or kmsKeys is set.";
        const of = (line: string, toldOf: string[]) => untold({ ...snippetFrom("text", line), toldOf });
        assert.deepEqual(await of(message, ["{}"]), []);
        assert.deepEqual(await of(message, []), [`page.md:4: ${message}`]);
        assert.equal((await of(message.replace("must", "has to"), ["{}"])).length, 1);
    });
});
