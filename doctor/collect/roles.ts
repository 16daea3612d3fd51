import {
    GetPolicyCommand,
    GetPolicyVersionCommand,
    GetRoleCommand,
    GetRolePolicyCommand,
    paginateListAttachedRolePolicies,
    paginateListRolePolicies,
    type Role as IamRole,
} from "@aws-sdk/client-iam";
import { type Fact, isRead, type PolicyFacts, type Role, type RoleFacts, unread } from "../facts";
import { all, ask, askFor, map } from "./ask";
import type { Call } from "./calls";
import type { Clients } from "./clients";

const noRole = ["NoSuchEntity", "NoSuchEntityException"];

/** A role with all that decides what it may do. Only the account's own roles can be read. */
export async function readRole(clients: Clients, arn: string, account: string): Promise<RoleFacts> {
    if (arn.split(":")[4] !== account) {
        const elsewhere = unread(`the role is in another account than ${account}`);
        return { arn, role: elsewhere, attachedPolicies: elsewhere, inlinePolicies: elsewhere };
    }
    const RoleName = arn.slice(arn.lastIndexOf("/") + 1);
    const [role, attachedPolicies, inlinePolicies] = await Promise.all([
        readTrust(clients, RoleName),
        readAttached(clients, RoleName),
        readInline(clients, RoleName),
    ]);
    return { arn, role, attachedPolicies, inlinePolicies };
}

async function readTrust(clients: Clients, RoleName: string): Promise<Fact<Role | undefined>> {
    const answer = await ask(
        "iam:GetRole",
        () => clients.iam().send(new GetRoleCommand({ RoleName })),
        noRole,
    );
    if (!isRead(answer)) return answer;
    const found = answer.read?.Role;
    const boundary = found?.PermissionsBoundary?.PermissionsBoundaryArn;
    const document = boundary === undefined ? undefined : await readManaged(clients, boundary);
    return map(answer, () => found && { ...roleOf(found), boundary: document });
}

const roleOf = ({ Arn, RoleName, Path, AssumeRolePolicyDocument }: IamRole) => ({
    arn: Arn!,
    name: RoleName!,
    path: Path!,
    trustPolicy: decodeURIComponent(AssumeRolePolicyDocument!),
});

async function readAttached(clients: Clients, RoleName: string): Promise<Fact<readonly PolicyFacts[]>> {
    const pages = () => paginateListAttachedRolePolicies({ client: clients.iam() }, { RoleName });
    return readEach(
        "iam:ListAttachedRolePolicies",
        () => all(pages(), ({ AttachedPolicies }) => AttachedPolicies),
        ({ PolicyArn }) => readManaged(clients, PolicyArn!),
    );
}

async function readInline(clients: Clients, RoleName: string): Promise<Fact<readonly PolicyFacts[]>> {
    const pages = () => paginateListRolePolicies({ client: clients.iam() }, { RoleName });
    return readEach(
        "iam:ListRolePolicies",
        () => all(pages(), ({ PolicyNames }) => PolicyNames),
        async (name) => {
            const policy = { RoleName, PolicyName: name };
            const answer = await askFor("iam:GetRolePolicy", () =>
                clients.iam().send(new GetRolePolicyCommand(policy)),
            );
            return { name, document: map(answer, (found) => decodeURIComponent(found.PolicyDocument!)) };
        },
    );
}

async function readEach<T>(
    call: Call,
    list: () => Promise<T[]>,
    readOne: (item: T) => Promise<PolicyFacts>,
): Promise<Fact<readonly PolicyFacts[]>> {
    const items = await ask(call, list, noRole);
    if (!isRead(items)) return items;
    const policies = await Promise.all((items.read ?? []).map(readOne));
    return map(items, () => policies);
}

/** The default version of a managed policy. */
async function readManaged(clients: Clients, PolicyArn: string): Promise<PolicyFacts> {
    const policy = await askFor("iam:GetPolicy", () =>
        clients.iam().send(new GetPolicyCommand({ PolicyArn })),
    );
    if (!isRead(policy)) return { name: PolicyArn, document: policy };
    const version = { PolicyArn, VersionId: policy.read.Policy!.DefaultVersionId! };
    const answer = await askFor("iam:GetPolicyVersion", () =>
        clients.iam().send(new GetPolicyVersionCommand(version)),
    );
    const document = map(answer, ({ PolicyVersion }) => decodeURIComponent(PolicyVersion!.Document!));
    return { name: PolicyArn, document };
}
