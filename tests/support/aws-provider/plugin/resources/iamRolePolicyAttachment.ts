import type { RolePolicyAttachmentState } from "@pulumi/aws/iam/rolePolicyAttachment";
import { required, resource, string, type PropertiesOf } from "../definition";
import { unlessGone } from "../errors";

const gone = ["NoSuchEntity"];

export const iamRolePolicyAttachment = resource({
    token: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    // Made first, the new one would be what the deletion of an equal old one takes away.
    deletesFirst: true,
    properties: {
        policyArn: required(string, { replaces: true }),
        role: required(string, { replaces: true }),
    } satisfies PropertiesOf<RolePolicyAttachmentState>,

    async create({ role, policyArn }, aws) {
        const iam = await aws.iam();
        await iam.attachRolePolicy({ RoleName: role, PolicyArn: policyArn });
        return `${role}/${policyArn}`;
    },

    async read(id, _, aws) {
        const { role, policyArn } = parseId(id);
        const iam = await aws.iam();
        const attached = await unlessGone(gone, iam.listAttachedRolePolicies({ RoleName: role }));
        const isAttached = attached?.AttachedPolicies?.some(({ PolicyArn }) => PolicyArn === policyArn);
        return isAttached ? { role, policyArn } : undefined;
    },

    async delete(id, _, aws) {
        const { role, policyArn } = parseId(id);
        const iam = await aws.iam();
        await unlessGone(gone, iam.detachRolePolicy({ RoleName: role, PolicyArn: policyArn }));
    },
});

function parseId(id: string) {
    const [, role, policyArn] = /^([^/]+)\/(.+)$/.exec(id) ?? [];
    if (!role || !policyArn)
        throw new Error(`unexpected format of ID ("${id}"), expected <role-name>/<policy_arn>`);
    return { role, policyArn };
}
