import { DeleteDBClusterCommand } from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { allow, createCluster } from "../../support/emulator/builders";
import { describeSteps } from "../../support/engine";
import { useInlineStacks } from "../inlineStacks";
import { detach, editPolicy, setParameter, takeFromCluster } from "./byHand";
import { inAws, salesOf, type Made } from "./sales";

describe("an update after much was changed by hand", () => {
    const { aws, duringStack } = useInlineStacks();

    it("sees none of it by itself, and puts all of it right when it refreshes first", async () => {
        await createCluster(aws().aws);
        await duringStack("drift", salesOf("sales", "aurora-mysql"), async (stack) => {
            const made = (await stack.up()).outputs as unknown as Made;
            const [roleArn, imports, exports] = [...made.roleArns, ...made.policyArns];
            const before = await inAws(aws(), made);
            const { aws: clients } = aws();
            await editPolicy(clients, imports!, allow("s3:*", "*"));
            await detach(clients, roleArn!, exports!);
            await takeFromCluster(clients, "sales", roleArn!);
            await setParameter(clients, made, "time_zone", "UTC");

            assert.deepEqual(describeSteps(await stack.up()), []);
            const mended = [
                "create iam.RolePolicyAttachment sales-export",
                "create rds.ClusterRoleAssociation sales-cluster",
                "update iam.Policy sales-import [policy]",
                "update rds.ClusterParameterGroup sales-parameters [parameters]",
            ];
            assert.deepEqual(describeSteps(await stack.up({ refresh: true })), mended);
            assert.deepEqual(await inAws(aws(), made), before);
            assert.deepEqual(describeSteps(await stack.preview()), []);
        });
        const sales = { DBClusterIdentifier: "sales", SkipFinalSnapshot: true };
        await aws().aws.rds.send(new DeleteDBClusterCommand(sales));
    });
});
