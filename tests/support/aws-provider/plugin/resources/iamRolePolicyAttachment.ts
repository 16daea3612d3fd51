import type { RolePolicyAttachmentState } from "@pulumi/aws/iam/rolePolicyAttachment";
import { required, resource, string, type PropertiesOf } from "../definition";
import { unlessGone } from "../errors";
import { retrying } from "../wait";
import { changedByOthers } from "./iamRole";

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
        const request = { RoleName: role, PolicyArn: policyArn };
        await retrying([changedByOthers], aws, () => iam.attachRolePolicy(request));
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
        const request = { RoleName: role, PolicyArn: policyArn };
        const detach = () => iam.detachRolePolicy(request);
        await unlessGone(gone, retrying([changedByOthers], aws, detach));
    },
});

function parseId(id: string) {
    const [, role, policyArn] = /^([^/]+)\/(.+)$/.exec(id) ?? [];
    if (!role || !policyArn)
        throw new Error(`unexpected format of ID ("${id}"), expected <role-name>/<policy_arn>`);
    return { role, policyArn };
}
