import assert from "node:assert/strict";
import { type NpmPackage, packNpmPackage } from "./npmPackage";
import { countInPython, countInTypeScript, runPytest } from "./unitTests/page";
import { type Runner, runners, type UnitTestProject, unitTestProject } from "./unitTests/project";
import type { Ran } from "./unitTests/run";

const wrongInput =
    'AuroraS3Access "sales" has invalid inputs: ' +
    'roleName: must contain only letters, digits and _+=,.@-, but received "a b".';
const noAnswer =
    'AuroraS3Access "sales" has invalid inputs: ' +
    "aws.getCallerIdentity must return accountId, but received no value. " +
    "In unit tests, let the mock of aws:index/getCallerIdentity:getCallerIdentity return";
const leaks = "promises were still active";

describe("A unit test of a user, with Pulumi's mocks", () => {
    let packed: NpmPackage;
    let project: UnitTestProject;
    before(async () => {
        packed = await packNpmPackage();
        project = await unitTestProject(packed.tarball);
    });
    after(async () => {
        await project.remove();
        await packed.remove();
    });

    for (const runner of Object.keys(runners) as Runner[]) {
        const run = (test: string) => project.run(runner, test);

        describe(`in ${runner}`, () => {
            it("passes as the guide has it", async () =>
                passes(await project.runPage(runner), countInTypeScript()));

            it("passes that expects the constructor to throw for an invalid plain input", async () =>
                passes(await run("expects the constructor to throw")));

            it("passes that asks the core for the mistakes of plain inputs", async () =>
                passes(await run("asks for the mistakes of plain inputs")));

            it("passes that reads documents and a role, if the mocks answer", async () =>
                passes(await run("reads what mocks that answer lead to")));

            it("passes that reads the ARN of an existing role", async () =>
                passes(await run("reads the ARN of an existing role")));

            it("fails with what the mocks must answer, if they are those of Pulumi's docs", async () =>
                failsWith(noAnswer, await run("has the textbook mocks")));

            it("fails at once with what the mocks must answer, if it waits for the rejection too", async () =>
                failsAtOnceWith(noAnswer, await run("has the textbook mocks, settled")));

            for (const output of ["policyDocuments", "roleArn", "urn"]) {
                const test = `awaits ${output} of wrong inputs`;

                it(`fails with what is wrong, if it awaits ${output}`, async () =>
                    failsWith(wrongInput, await run(test)));

                it(`fails at once with what is wrong, if it awaits ${output} or its rejection`, async () =>
                    failsAtOnceWith(wrongInput, await run(`${test}, settled`)));
            }

            it("fails with what is wrong, if it is called back with outputs", async () =>
                failsWith(wrongInput, await run("calls back with outputs of wrong inputs")));
        });
    }

    it("passes in pytest as the guide has it", async () => passes(await runPytest(), countInPython()));

    // Pulumi's SDK leaves rejections of each resource that cannot be registered unhandled, which fails a run of Jest.
    it("passes in mocha that expects an output to be rejected", async () => {
        const { code, printed } = await project.run("mocha", "expects an output to be rejected");
        assert.equal(code, 0, printed);
        assert.match(printed, /1 passing/);
    });

    it("passes in Vitest that expects an output to be rejected, if unhandled errors are ignored", async () => {
        const options = ["--dangerouslyIgnoreUnhandledErrors"];
        const { code, printed } = await project.run("vitest", "expects an output to be rejected", options);
        assert.equal(code, 0, printed);
        assert.match(printed, /Tests 1 passed/);
    });
});

/** So many tests ran and passed, and nothing is left that would settle later. */
function passes({ code, printed }: Ran, count = 1): void {
    assert.equal(code, 0, printed);
    assert.match(printed, new RegExp(`\\b${count} pass(ed|ing)\\b`));
    assert.ok(!printed.includes(leaks), printed);
}

/** It failed with this sentence, and no output resolved. */
function failsWith(sentence: string, { code, printed }: Ran): void {
    assert.notEqual(code, 0, printed);
    assert.ok(printed.includes(sentence), printed);
    assert.doesNotMatch(printed, /resolved to (?!\$)/);
}

/** And not only when the runner stopped to wait for it. */
function failsAtOnceWith(sentence: string, ran: Ran): void {
    failsWith(sentence, ran);
    assert.doesNotMatch(ran.printed, /timeout of \d+ ?ms|timed out in/i);
}
