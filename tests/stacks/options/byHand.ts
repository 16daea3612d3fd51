import { DeletePolicyCommand, DeleteRoleCommand, DetachRolePolicyCommand } from "@aws-sdk/client-iam";
import type { Clients } from "../../support/emulator/clients";

/** A role that no stack manages any more, and its policies. */
export async function deleteRole({ iam }: Clients, RoleName: string, policyArns: string[]): Promise<void> {
    for (const PolicyArn of policyArns) {
        await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
        await iam.send(new DeletePolicyCommand({ PolicyArn }));
    }
    await iam.send(new DeleteRoleCommand({ RoleName }));
}
