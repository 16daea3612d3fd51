import { iam, kms, rds, s3 } from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import type { AuroraS3AccessArgs } from "../../provider";
import { describeSteps, type FailedRun, type InlineStack, type Program, type Run } from "../support/engine";
import { AuroraS3Access } from "../../sdk/nodejs/auroraS3Access";
import { claimBothWays, type Component } from "./bothWays";
import { useInlineStacks } from "./inlineStacks";
import { usePluginOnPath } from "./pluginOnPath";

const plain: AuroraS3AccessArgs = { importFrom: [{ bucket: "raw" }] };

/** Inputs from resources of the same program. */
const references = (): AuroraS3AccessArgs => ({
    importFrom: [{ bucket: new s3.Bucket("new").arn }],
    permissionsBoundary: boundary(),
    clusters: [{ clusterIdentifier: cluster() }],
});

const boundary = () =>
    new iam.Policy("boundary", {
        policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
        }),
    }).arn;

const cluster = () =>
    new rds.Cluster("sales-db", {
        engine: "aurora-mysql",
        masterUsername: "administrator",
        manageMasterUserPassword: true,
        skipFinalSnapshot: true,
    }).clusterIdentifier;

const access =
    (Component: Component, args: () => AuroraS3AccessArgs): Program =>
    () => {
        new s3.Bucket("other");
        new Component("sales", args());
    };

const other = { target: ["**::other"] };

/** What a run did; for one that failed also the errors of the engine about the target. */
async function outcomeOf(run: Promise<Run>): Promise<{ steps: string[]; errors: string[] }> {
    const { steps, diagnostics } = await run.catch((error: FailedRun) => error.run);
    const errors = diagnostics.flatMap(({ severity, message }) =>
        severity === "error" ? (/^Resource .* --target list\.$/m.exec(message) ?? []) : [],
    );
    return { steps: describeSteps({ steps }), errors };
}

async function namesIn(stack: InlineStack): Promise<string[]> {
    const { resources = [] } = await stack.state();
    return resources
        .filter(({ type }) => (type as string).startsWith("aws:"))
        .map(({ urn }) => (urn as string).split("::").at(-1)!)
        .sort();
}

const urn = (type: string, name: string) => `urn:pulumi:test::options::${type}::${name}`;
const refusal = (dependent: string, on: string) =>
    `Resource '${dependent}' depends on '${on}' which was was not specified in --target list.`;

claimBothWays(
    "an update with --target, where inputs refer to resources that are not there and not targeted,",
    {
        "does what its preview says, when the component is not there and not targeted either": async ({
            Component,
            duringStack,
        }) => {
            await duringStack(access(Component, references), async (stack) => {
                for (const operation of ["preview", "up"] as const) {
                    assert.deepEqual(describeSteps(await stack[operation](other)), [
                        "create s3.Bucket other",
                    ]);
                }
                assert.deepEqual(await namesIn(stack), ["other"]);
            });
        },

        "leaves a component that is there as it is, when that is not targeted": async ({
            Component,
            duringStack,
        }) => {
            await duringStack(
                access(Component, () => plain),
                async (stack) => {
                    await stack.up();
                    const before = await namesIn(stack);
                    stack.program = access(Component, references);
                    for (const operation of ["preview", "up"] as const) {
                        assert.deepEqual(describeSteps(await stack[operation](other)), []);
                    }
                    assert.deepEqual(await namesIn(stack), before);
                },
            );
        },

        "does so with what a program has made of their outputs, too": async ({ Component, duringStack }) => {
            const made = () => {
                const { arn } = new kms.Key("new");
                return { importFrom: [{ bucket: "raw", kmsKeyArn: pulumi.interpolate`${arn}` }] };
            };
            await duringStack(access(Component, made), async (stack) => {
                assert.deepEqual(describeSteps(await stack.up(other)), ["create s3.Bucket other"]);
            });
        },

        "makes nothing of a targeted component: the engine names what is missing in the preview and in the update":
            async ({ Component, duringStack }) => {
                const target = { target: ["**::sales", "**::sales-*"] };
                const withBucket = () => ({ importFrom: [{ bucket: new s3.Bucket("new").arn }] });
                await duringStack(access(Component, withBucket), async (stack) => {
                    const component = urn("aurora-s3-access:index:AuroraS3Access", "sales");
                    const expected = [refusal(component, urn("aws:s3/bucket:Bucket", "new"))];
                    for (const operation of ["preview", "up"] as const) {
                        assert.deepEqual((await outcomeOf(stack[operation](target))).errors, expected);
                    }
                    assert.deepEqual(await namesIn(stack), []);
                });
            },

        "makes no role without its permissions boundary, when the role alone is targeted": async ({
            Component,
            duringStack,
        }) => {
            const withBoundary = () => ({ ...plain, permissionsBoundary: boundary() });
            await duringStack(
                access(Component, () => plain),
                async (stack) => {
                    await stack.up();
                    stack.program = access(Component, withBoundary);
                    const role = urn("aurora-s3-access:index:AuroraS3Access$aws:iam/role:Role", "sales-role");
                    const expected = [refusal(role, urn("aws:iam/policy:Policy", "boundary"))];
                    for (const operation of ["preview", "up"] as const) {
                        const run = stack[operation]({ target: ["**::sales-role"] });
                        assert.deepEqual((await outcomeOf(run)).errors, expected);
                    }
                },
            );
        },
    },
);

// In process the refusal ends the program, which a test in the same process does not outlive: tests/unit has the sentence.
describe("what a resource that is there does not have, through the plugin,", () => {
    const { duringStack } = useInlineStacks();
    usePluginOnPath();

    it("is refused in an update with --target as in any other, so that no role is made without its boundary", async () => {
        const withNothing = () => ({ ...plain, permissionsBoundary: new s3.Bucket("new").websiteEndpoint });
        const program = () => void new s3.Bucket("new");
        await duringStack("nothing", program, async (stack) => {
            await stack.up();
            stack.program = access(AuroraS3Access, withNothing);
            for (const options of [other, {}]) {
                await assert.rejects(stack.up(options), /permissionsBoundary .*received no value/);
            }
            assert.deepEqual(await namesIn(stack), ["new", "other"]);
        });
    });
});
