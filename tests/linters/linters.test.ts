import assert from "node:assert/strict";
import { lint, type Finding } from ".";
import { broken } from "./broken";
import { documentsOfExample, examples, inOtherLanguages } from "./examples";
import { covers, exceptions, isExcepted } from "./exceptions";
import { documentsOfRandomInputs } from "./randomInputs";

const count = 1000;
const mistakes = Object.entries(broken);

describe("parliament and cfn-lint", () => {
    let ofRandomInputs: Finding[];
    let ofExamples: Finding[][];
    let ofMistakes: Finding[][];
    before(async function () {
        this.timeout(600_000);
        const documents = [documentsOfRandomInputs(count)];
        // One after the other: they share the mocks of the engine.
        for (const example of examples) documents.push(await documentsOfExample(example));
        const found = await lint([...documents, ...mistakes.map(([, { document }]) => [document])]);
        ofRandomInputs = found[0]!;
        ofExamples = found.slice(1, 1 + examples.length);
        ofMistakes = found.slice(1 + examples.length);
    });

    it(`find nothing in the documents of ${count} random inputs`, () => {
        assert.deepEqual(unexpected(ofRandomInputs), []);
    });

    for (const [i, example] of examples.entries()) {
        it(`find nothing in the documents of examples/${example}`, () => {
            assert.deepEqual(unexpected(ofExamples[i]!), []);
        });
    }

    it("see all examples but those that only differ in the language", () => {
        assert.deepEqual(inOtherLanguages, ["go", "java", "python", "yaml"]);
    });

    for (const exception of exceptions) {
        it(`still find ${exception.rule}, so that the exception is needed`, () => {
            const found = [ofRandomInputs, ...ofExamples].flat();
            assert.ok(found.some((finding) => covers(exception, finding)));
        });
    }

    for (const [i, [mistake, { found }]] of mistakes.entries()) {
        it(`find ${mistake}`, () => {
            const rules = unexpected(ofMistakes[i]!).map(({ linter, rule }) => `${linter} ${rule}`);
            assert.deepEqual([...new Set(rules)].sort(), found);
        });
    }
});

const unexpected = (findings: Finding[]) => findings.filter((finding) => !isExcepted(finding));
