import { DeleteRoleCommand } from "@aws-sdk/client-iam";
import { Provider } from "@pulumi/aws";
import assert from "node:assert/strict";
import { policiesOfRole } from "../support/attached";
import { createRole } from "../support/emulator/builders";
import type { FailedRun, InlineStack } from "../support/engine";
import { importFrom } from "../support/mistakes/given";
import { arnPlaces } from "../support/mistakes/partitions";
import { claimBothWays, type Component } from "./bothWays";

/** What is wrong with the inputs, as preview and update tell it alike, and the steps that were taken all the same. */
async function told(stack: InlineStack) {
    const failures = [];
    for (const operation of ["preview", "up"] as const) {
        const { run } = await stack[operation]().then(
            () => assert.fail(`${operation} did not fail`),
            (error: FailedRun) => error,
        );
        const words = run.diagnostics.map(({ message }) => message).join("\n");
        failures.push({
            words,
            steps: run.steps.map(({ type }) => type).filter((type) => /iam|rds/.test(type)),
        });
    }
    return failures;
}

const access =
    (Component: Component, inputs: Record<string, unknown>, region = "us-east-1") =>
    () => {
        const provider = new Provider("own", { region: region as "us-east-1" });
        new Component("sales", inputs, { provider });
    };

claimBothWays("things of another account or partition", {
    "are rejected before anything is created, and the namesake of a foreign role gets no policy": async ({
        Component,
        aws,
        unique,
        duringStack,
    }) => {
        const name = `aurora-${unique.replace(/\W/g, "-")}`;
        const namesake = await createRole(aws.aws, name);
        const existingRoleArn = `arn:aws:iam::999999999999:role/${name}`;
        const sourceArns = ["arn:aws:rds:us-east-1:999999999999:cluster:sales"];
        for (const [inputs, sentence] of [
            [
                { importFrom, existingRoleArn },
                `must be a role in the account of the AWS provider, ${aws.accountId}, but received "${existingRoleArn}"`,
            ],
            [
                { importFrom, sourceArns },
                `must be in the account of the AWS provider, ${aws.accountId}, but received "${sourceArns[0]}"`,
            ],
        ] as const) {
            await duringStack(access(Component, inputs), async (stack) => {
                for (const { words, steps } of await told(stack)) {
                    assert.ok(words.includes(sentence), words);
                    assert.deepEqual(steps, []);
                }
            });
        }
        assert.deepEqual(await policiesOfRole(aws.aws, namesake), {});
        await aws.aws.iam.send(new DeleteRoleCommand({ RoleName: name }));
    },

    "are rejected by a provider in GovCloud, wherever the ARN stands": async ({ Component, duringStack }) => {
        const all = arnPlaces.filter(([path]) => path !== "existingRoleArn");
        const inputs = Object.assign({}, ...all.map(([, arn, place]) => place(arn))) as Record<
            string,
            unknown
        >;
        await duringStack(access(Component, inputs, "us-gov-west-1"), async (stack) => {
            for (const { words, steps } of await told(stack)) {
                for (const arn of Object.values(inputs).flatMap(
                    (input) => JSON.stringify(input).match(/arn:aws:[^"]+/g) ?? [],
                )) {
                    const sentence = `must be in the partition of the AWS provider, aws-us-gov, but received "${arn}"`;
                    assert.ok(words.includes(sentence), `${words}\ndoes not say of ${arn}`);
                }
                assert.deepEqual(steps, []);
            }
        });
    },
});
