import assert from "node:assert/strict";
import { AuroraS3Access } from "../../provider";
import { AuroraS3Access as PluginAuroraS3Access } from "../../sdk/nodejs/auroraS3Access";
import { describeSteps, TestStack, type FailedRun, type InlineStack, type Program } from "../support/engine";
import { setUp, type Setup } from "../support/setUp";
import type { Component } from "./bothWays";
import { usePluginOnPath } from "./pluginOnPath";

const importFrom = [{ bucket: "raw" }];
const long = "a".repeat(58);

/** Components to which Pulumi gives names that AWS refuses, and what is said of them. */
const refused: Record<string, [name: string, args: object, propertyPath: string, reason: string]> = {
    "a role": [
        long,
        { importFrom },
        "roleName",
        `must be set, because the automatic name "${long}-role-" and 7 random characters is longer than 64 characters. Set roleName, or give the component a shorter name.`,
    ],
    "a parameter group": [
        "sales_db",
        { importFrom, clusterParameterGroup: { family: "aurora-mysql8.0" } },
        "clusterParameterGroup.name",
        'must be set, because the automatic name "sales_db-parameters-" and 7 random characters is not a valid parameter group name, which has at most 255 lowercase letters, digits and single hyphens and starts with a letter. Set clusterParameterGroup.name, or give the component another name.',
    ],
};
const ways: Record<string, Component> = {
    "in process": AuroraS3Access,
    "through the plugin": PluginAuroraS3Access,
};

describe("automatic names, on the real engine,", () => {
    usePluginOnPath();
    let setup: Setup;
    before(async () => {
        setup = await setUp();
    });
    after(() => setup.aws.stop());

    /** A stack whose settings have this autonaming, destroyed after `use`. */
    async function duringStack<T>(
        autonaming: object | undefined,
        program: Program,
        use: (stack: InlineStack) => Promise<T>,
    ): Promise<T> {
        const { config, ...others } = setup.stack;
        const stack = await TestStack.inline("naming", program, {
            ...others,
            config: { ...config, ...(autonaming && { "pulumi:autonaming": autonaming }) },
        });
        try {
            return await use(stack);
        } finally {
            await stack.destroy();
            stack.dispose();
        }
    }

    for (const [way, Component] of Object.entries(ways)) {
        for (const [what, [name, args, propertyPath, reason]] of Object.entries(refused)) {
            it(`fail preview and update before any child where AWS would refuse that of ${what}, ${way}`, () =>
                duringStack(
                    undefined,
                    () => void new Component(name, args),
                    async (stack) => {
                        for (const operation of ["preview", "up"] as const) {
                            const { run } = await stack[operation]().then(
                                () => assert.fail("the run did not fail"),
                                (error: FailedRun) => error,
                            );
                            const told = run.diagnostics.map(({ message }) => message).join("\n");
                            assert.match(told, new RegExp(`${propertyPath}\\b[^\n]*: `));
                            assert.ok(told.includes(reason), told);
                            assert.doesNotMatch(describeSteps(run).join("\n"), /iam|rds/);
                        }
                        assert.deepEqual(await setup.aws.leftovers(), []);
                    },
                ));
        }

        it(`are those of the stack where it has its own, which AWS takes, ${way}`, () =>
            duringStack(
                { mode: "verbatim" },
                () => void new Component(long, { importFrom }),
                async (stack) => {
                    await stack.preview();
                    await stack.up();
                    const arn = "arn:aws:iam::123456789012";
                    assert.deepEqual(await setup.aws.leftovers(), [
                        `iam policy ${arn}:policy/${long}-import`,
                        `iam role ${arn}:role/${long}-role`,
                        `iam role policy attachment ${long}-role ${arn}:policy/${long}-import`,
                    ]);
                },
            ));
    }
});
