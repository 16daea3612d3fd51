import { PutRolePolicyCommand } from "@aws-sdk/client-iam";
import type { AnyPolicyDocument } from "../../provider/policy/evaluation";
import { createRole, policyDocument } from "../support/emulator/builders";
import type { Clients } from "../support/emulator/clients";
import type { Emulator } from "../support/emulator/emulator";

/** A statement as the component writes it. */
export interface Grant {
    readonly Effect: "Allow";
    readonly Action: readonly string[];
    readonly Resource: readonly string[];
}

/** The statements of documents that the component wrote. */
export const statementsOf = (documents: readonly AnyPolicyDocument[]): Grant[] =>
    documents.flatMap((document) => (document as { Statement: Grant[] }).Statement);

let created = 0;

/** The clients of a new role with these statements. */
export async function roleWith(
    { aws, assumeRole }: Emulator,
    statements: readonly Grant[],
): Promise<Clients> {
    const RoleName = `other-${++created}`;
    const role = await createRole(aws, RoleName);
    const PolicyDocument = policyDocument(...statements);
    await aws.iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: "access", PolicyDocument }));
    return assumeRole(role);
}
