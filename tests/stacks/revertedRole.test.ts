import { iam } from "@pulumi/aws";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../provider";
import { existing, deleteExistingCluster, makeExistingCluster } from "../support/existingCluster";
import { inAws, nameIn } from "./accidents/inventory";
import { useInlineStacks } from "./inlineStacks";

const program = (args: Partial<AuroraS3AccessArgs>) => () => {
    const Principal = { Service: "rds.amazonaws.com" };
    const statement = { Effect: "Allow" as const, Principal, Action: "sts:AssumeRole" };
    new iam.Role("loader", {
        name: "loader",
        assumeRolePolicy: { Version: "2012-10-17", Statement: [statement] },
    });
    new AuroraS3Access("sales", {
        importFrom: [{ bucket: existing.bucket }],
        clusters: [{ clusterIdentifier: existing.clusterIdentifier }],
        ...args,
    });
};

describe("a change of the role that fails and is reverted, on the real engine,", () => {
    const { aws, duringStack } = useInlineStacks();
    const attached = async () =>
        (await inAws(aws().aws)).filter((line) => line.includes(" attachment ")).map(nameIn);

    // The engine deletes what the failed update replaced, and IAM has one attachment of a policy to a role.
    it("leaves the cluster its access after the two updates that the documentation names", async () => {
        await makeExistingCluster(aws().aws);
        await duringStack("reverted-role", program({}), async (stack) => {
            await stack.up();
            const before = await attached();

            stack.program = program({ existingRoleArn: "arn:aws:iam::123456789012:role/loader" });
            await aws().failNext({ operation: "rds:AddRoleToDBCluster", error: "AccessDenied" });
            await assert.rejects(stack.up(), /AccessDenied/);

            stack.program = program({});
            await stack.up();
            await stack.up({ refresh: true });
            assert.deepEqual(await attached(), before);
        });
        await deleteExistingCluster(aws().aws);
    });
});
