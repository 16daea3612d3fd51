import { ListRolePoliciesCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../provider";
import { policiesOfRole } from "../support/attached";
import { allow, attach, policyDocument } from "../support/emulator/builders";
import type { Program } from "../support/engine";
import { useInlineStacks } from "./inlineStacks";

const access =
    (args: Partial<AuroraS3AccessArgs> = {}): Program =>
    () => {
        const { roleName, roleArn } = new AuroraS3Access("sales", {
            importFrom: [{ bucket: "raw" }],
            importPolicyName: "load",
            ...args,
        });
        return { roleName, roleArn };
    };

const managed = "AmazonS3ReadOnlyAccess";

describe("policies that others put on the role, on the real engine,", () => {
    const { aws, duringStack, stackOf } = useInlineStacks();

    /** As the tools of an organization do, which know nothing of the stack. */
    async function putPolicies(roleName: string): Promise<void> {
        await attach(aws().aws, roleName, `arn:aws:iam::aws:policy/${managed}`);
        const PolicyDocument = policyDocument(allow("sts:GetCallerIdentity", "*"));
        const inline = { RoleName: roleName, PolicyName: "audit", PolicyDocument };
        await aws().aws.iam.send(new PutRolePolicyCommand(inline));
    }

    /** The names of all policies on a role, also those that stand in the role itself. */
    async function policyNames(roleArn: string): Promise<string[]> {
        const RoleName = roleArn.split("/").at(-1);
        const { PolicyNames = [] } = await aws().aws.iam.send(new ListRolePoliciesCommand({ RoleName }));
        return [...Object.keys(await policiesOfRole(aws().aws, roleArn)), ...PolicyNames];
    }

    it("do not keep a destroy from deleting it", async () => {
        await duringStack("foreign", access(), async (stack) => {
            const { roleName, roleArn } = (await stack.up()).outputs as Record<string, string>;
            await putPolicies(roleName!);
            assert.deepEqual(await policyNames(roleArn!), [managed, "load", "audit"]);
            await stack.destroy();
            assert.deepEqual(await aws().leftovers(), []);
        });
    });

    it("stay in every update but one that replaces the role, where they go with the old one", async () => {
        const stack = await stackOf("foreign", access());
        const { roleName, roleArn } = (await stack.up()).outputs as Record<string, string>;
        await putPolicies(roleName!);
        stack.program = access({ roleDescription: "To S3" });
        await stack.up({ refresh: true });
        assert.deepEqual(await policyNames(roleArn!), [managed, "load", "audit"]);
        stack.program = access({ roleName: "loader" });
        const { outputs } = await stack.up();
        assert.deepEqual(await policyNames(outputs.roleArn as string), ["load"]);
        assert.ok(!(await aws().leftovers()).some((line) => line.includes(roleName!)));
    });
});
