import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { devNull } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../../../tools/project";
import { describeSteps, FailedRun, type Program, type Run, TestStack, type TestStackOptions } from ".";

/** Keeps `input` in the state. */
const stash = (name: string, input: unknown, opts?: pulumi.CustomResourceOptions) =>
    new pulumi.Stash(name, { input }, opts);

describe("A test stack", () => {
    const stacks: TestStack[] = [];
    afterEach(() => stacks.splice(0).forEach((stack) => stack.dispose()));

    async function inline(program: Program, options?: TestStackOptions) {
        const stack = await TestStack.inline("inline", program, options);
        stacks.push(stack);
        return stack;
    }

    async function settings(options?: TestStackOptions) {
        const stack = await TestStack.fromFolder(join(__dirname, "programs/settings"), options);
        stacks.push(stack);
        return stack;
    }

    describe("tells the steps of a run", () => {
        it("from its creation to its end", async () => {
            const stack = await inline(() => {
                stash("updated", 1);
                stash("replaced", 1, { replaceOnChanges: ["input"] });
                stash("same", 1);
            });
            const created = ["create Stash replaced", "create Stash same", "create Stash updated"];
            assert.deepEqual(describeSteps(await stack.preview()), created);
            assert.deepEqual(describeSteps(await stack.up()), created);

            stack.program = () => {
                stash("updated", 2);
                stash("replaced", 2, { replaceOnChanges: ["input"] });
                stash("same", 1);
            };
            const changed = [
                "replace Stash replaced [input] replace because of input",
                "update Stash updated [input]",
            ];
            assert.deepEqual(describeSteps(await stack.preview()), changed);
            assert.deepEqual(describeSteps(await stack.up()), changed);
            assert.deepEqual(describeSteps(await stack.up()), []);

            const deleted = ["delete Stash replaced", "delete Stash same", "delete Stash updated"];
            assert.deepEqual(describeSteps(await stack.destroy()), deleted);
        });

        it("with whether a replacement deletes first", async () => {
            const program = (input: number) => () => {
                stash("creates first", input, { replaceOnChanges: ["input"] });
                stash("deletes first", input, { replaceOnChanges: ["input"], deleteBeforeReplace: true });
            };
            const stack = await inline(program(1));
            await stack.up();
            stack.program = program(2);
            const replacement = {
                op: "replace",
                type: "pulumi:index:Stash",
                diffs: ["input"],
                replaceReasons: ["input"],
            };
            const expected = [
                { ...replacement, name: "creates first", deletesFirst: false },
                { ...replacement, name: "deletes first", deletesFirst: true },
            ];
            const byName = ({ steps }: Run) => steps.sort((a, b) => a.name.localeCompare(b.name));
            assert.deepEqual(byName(await stack.preview()), expected);
            assert.deepEqual(byName(await stack.up()), expected);
        });

        it("of components as of resources", async () => {
            const program = (size: number) => () =>
                void new pulumi.ComponentResource("shop:index:Shelf", "shelf", { size });
            const stack = await inline(program(1));
            assert.deepEqual(describeSteps(await stack.up()), ["create Shelf shelf"]);
            stack.program = program(2);
            assert.deepEqual(describeSteps(await stack.up()), ["update Shelf shelf"]);
        });

        it("that a refresh finds", async () => {
            const found = { kept: { size: 1 }, drifted: { size: 2 }, gone: undefined };
            const stack = await inline(() => {
                for (const [name, props] of Object.entries(found)) {
                    const provider: pulumi.dynamic.ResourceProvider = {
                        create: (inputs: object) => Promise.resolve({ id: "1", outs: inputs }),
                        diff: (_, before: Sized, now: Sized) =>
                            Promise.resolve({ changes: before.size !== now.size }),
                        read: () => Promise.resolve(props ? { id: "1", props } : {}),
                    };
                    resource(name, provider, { size: 1 });
                }
            });
            await stack.up();
            assert.deepEqual(describeSteps(await stack.refresh()), [
                "delete dynamic.Resource gone",
                "update dynamic.Resource drifted",
            ]);
        });
    });

    describe("tells what else came of a run", () => {
        it("with the outputs, where what is secret or not known yet is marked", async () => {
            const stack = await inline(() => ({
                list: ["a", { b: 1 }],
                secret: pulumi.secret("s"),
                id: stash("new", 1).id,
            }));
            const known = { list: ["a", { b: 1 }], secret: "[secret]" };
            assert.deepEqual((await stack.preview()).outputs, { ...known, id: "[unknown]" });
            const { id, ...others } = (await stack.up()).outputs;
            assert.deepEqual(others, known);
            assert.match(id as string, /^[0-9a-f-]{36}$/);
        });

        it("with the messages of the program", async () => {
            const stack = await inline(async () => {
                await pulumi.log.warn("Mind the gap", stash("platform", 1));
                await pulumi.log.info("All aboard");
                await pulumi.log.debug("Wheels are round");
            });
            assert.deepEqual((await stack.preview()).diagnostics, [
                { severity: "warning", message: "Mind the gap", resource: "platform" },
                { severity: "info", message: "All aboard" },
            ]);
        });

        it("when it failed, too", async () => {
            const stack = await inline(() => {
                const dependsOn = stash("made", 1);
                resource(
                    "refused",
                    { create: () => Promise.reject(new Error("Sold out")) },
                    {},
                    { dependsOn },
                );
            });
            await assert.rejects(stack.up(), (error: FailedRun) => {
                assert.ok(error instanceof FailedRun);
                assert.match(error.message, /^pulumi up ended with 1:[^]*Sold out/);
                assert.deepEqual(describeSteps(error.run), [
                    "create Stash made",
                    "create dynamic.Resource refused",
                ]);
                const [about] = error.run.diagnostics.filter(({ resource }) => resource === "refused");
                assert.equal(about!.severity, "error");
                assert.match(about!.message, /Sold out/);
                return true;
            });
            assert.deepEqual(await namesInState(stack), ["inline-test", "made"]);
        });
    });

    describe("of a folder", () => {
        it("runs a copy that imports the library as built", async () => {
            const { outputs, diagnostics } = await (await settings()).up();
            assert.equal(outputs.library, join(projectFolder, "lib/index.js"));
            assert.deepEqual(diagnostics, []);
        });

        it("runs what was edited", async () => {
            const stack = await settings();
            assert.equal((await stack.preview()).outputs.greeting, "hello");
            await stack.edit("index.ts", '"hello"', '"good morning"');
            assert.equal((await stack.preview()).outputs.greeting, "good morning");
        });

        it("refuses an edit of what is not there once", async () => {
            const stack = await settings();
            const message = "index.ts has the text to replace 0 times, not once: bonjour";
            await assert.rejects(stack.edit("index.ts", "bonjour", "hello"), { message });
        });

        it("has the given settings", async () => {
            const stack = await settings({ name: "blue", config: { color: "blue", "paint:color": "red" } });
            const { outputs } = await stack.preview();
            assert.deepEqual([outputs.stack, outputs.color], ["blue", "blue"]);
        });

        it("has the given AWS, and nothing of the user's", async () => {
            const users = { AWS_PROFILE: "mine", AWS_SESSION_TOKEN: "mine", PULUMI_STACK: "mine" };
            const before = { ...process.env };
            Object.assign(process.env, users);
            const credentials = { accessKeyId: "test", secretAccessKey: "secret" };
            const aws = { endpoint: "http://127.0.0.1:5000", region: "eu-north-1", credentials };
            const stack = await settings({ aws }).finally(() => (process.env = before));
            assert.deepEqual((await stack.preview()).outputs.aws, {
                AWS_ACCESS_KEY_ID: "test",
                AWS_CONFIG_FILE: devNull,
                AWS_EC2_METADATA_DISABLED: "true",
                AWS_ENDPOINT_URL: "http://127.0.0.1:5000",
                AWS_REGION: "eu-north-1",
                AWS_SECRET_ACCESS_KEY: "secret",
                AWS_SHARED_CREDENTIALS_FILE: devNull,
            });
        });
    });

    it("runs beside others, in this process too", async () => {
        const programs = ["a", "b", "c"].map((name) => () => ({ name, id: stash(name, name).output }));
        const beside = await Promise.all([...programs.map((program) => inline(program)), settings()]);
        const runs = await Promise.all(beside.map((stack) => stack.up()));
        assert.deepEqual(runs.map(describeSteps), [
            ["create Stash a"],
            ["create Stash b"],
            ["create Stash c"],
            [],
        ]);
        assert.deepEqual(
            runs.map(({ outputs }) => outputs.name ?? outputs.greeting),
            ["a", "b", "c", "hello"],
        );
    });
});

interface Sized {
    size: number;
}

/** A resource of a provider of its own, which runs beside the engine. */
function resource(
    name: string,
    provider: pulumi.dynamic.ResourceProvider,
    inputs: pulumi.Inputs,
    opts?: pulumi.CustomResourceOptions,
): pulumi.Resource {
    return new (class extends pulumi.dynamic.Resource {})(provider, name, inputs, opts);
}

/** Without default providers. */
async function namesInState(stack: TestStack): Promise<string[]> {
    const { resources = [] } = await stack.state();
    return resources
        .map(({ urn }) => (urn as string).split("::").at(-1)!)
        .filter((name) => name !== "default");
}
