import { CreateRoleCommand } from "@aws-sdk/client-iam";
import type { Deployment } from "@pulumi/pulumi/automation";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AuroraS3Access } from "../../../provider";
import { AuroraS3Access as PluginAuroraS3Access } from "../../../sdk/nodejs/auroraS3Access";
import type { Clients } from "../../support/emulator/clients";
import { describeSteps, TestStack, type Program, type Run } from "../../support/engine";
import { setUp, type Setup } from "../../support/setUp";
import { usePluginOnPath } from "../pluginOnPath";
import { existingRole } from "./existingRole";
import { program } from "./program";

type Component = typeof AuroraS3Access;

interface Upgrade {
    /** Exported from a stack of the program that an earlier commit has deployed. Never changed, as users have such states. */
    state: string;
    program: (component: Component) => Program;
    /** What is updated of its own roles: they lose what others attached to them, and those of Aurora MySQL trust RDS also where it sends no keys. */
    roles: Record<string, string>;
}

const upgrades: Upgrade[] = [
    {
        state: "2026-11-library-alone.json",
        program,
        roles: {
            "all-role": "forceDetachPolicies",
            "orders-role-export": "forceDetachPolicies",
            "orders-role-import": "forceDetachPolicies",
            "sales-role": "assumeRolePolicy,forceDetachPolicies",
        },
    },
    { state: "2026-11-existing-role.json", program: existingRole, roles: {} },
];

const components: Record<string, Component> = {
    "the library": AuroraS3Access,
    "the plugin": PluginAuroraS3Access as unknown as Component,
};

// That nothing else is touched is proven by the steps alone: of the resources of the state only the roles are in AWS here.
describe("an upgrade, on the real engine,", () => {
    let setup: Setup;
    usePluginOnPath();
    before(async () => {
        setup = await setUp();
    });
    afterEach(() => setup.aws.reset());
    after(() => setup.aws.stop());

    for (const { state, program, roles } of upgrades) {
        for (const [name, component] of Object.entries(components)) {
            it(`from ${state} to ${name} of today updates the roles in place, and changes nothing else in AWS`, async () => {
                const stack = await TestStack.inline("upgrade", program(component), setup.stack);
                const exported = JSON.parse(
                    await readFile(join(__dirname, "states", state), "utf8"),
                ) as Deployment;
                await stack.takeState(exported);
                await createRoles(setup.aws.aws, exported);
                const updates = Object.entries(roles).map(
                    ([role, properties]) => `update iam.Role ${role} [${properties}]`,
                );
                assert.deepEqual(inAws(await stack.preview()), updates);
                assert.deepEqual(inAws(await stack.up()), updates);
                assert.deepEqual(describeSteps(await stack.preview()), []);
                stack.dispose();
            });
        }
    }
});

/** The component itself may have new inputs or outputs. */
const inAws = (run: Run) => describeSteps(run).filter((step) => !step.startsWith("update AuroraS3Access "));

interface RoleState {
    type: string;
    outputs: { name: string; path: string; assumeRolePolicy: string; tagsAll: Record<string, string> };
}

async function createRoles({ iam }: Clients, { deployment }: Deployment): Promise<void> {
    const { resources } = deployment as { resources: RoleState[] };
    for (const { outputs } of resources.filter(({ type }) => type === "aws:iam/role:Role")) {
        await iam.send(
            new CreateRoleCommand({
                RoleName: outputs.name,
                Path: outputs.path,
                AssumeRolePolicyDocument: outputs.assumeRolePolicy,
                Tags: Object.entries(outputs.tagsAll).map(([Key, Value]) => ({ Key, Value })),
            }),
        );
    }
}
