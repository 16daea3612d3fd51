import type { IAM } from "@aws-sdk/client-iam";
import type { PolicyState } from "@pulumi/aws/iam/policy";
import {
    integer,
    named,
    optional,
    output,
    policyDocument,
    required,
    resource,
    string,
    tagged,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";
import { prefixedName, prefixOf } from "../names";
import { fromTagList, tagChange, toTagList } from "../tags";

const gone = ["NoSuchEntity"];
const mostVersions = 5;

export const iamPolicy = resource({
    token: "aws:iam/policy:Policy",
    properties: {
        arn: output(string),
        attachmentCount: output(integer),
        description: optional(string, { replaces: true }),
        ...named(128),
        path: optional(string, { replaces: true, default: "/" }),
        policy: required(policyDocument),
        policyId: output(string),
        ...tagged,
    } satisfies PropertiesOf<PolicyState>,

    async create(inputs, aws) {
        const iam = await aws.iam();
        const { Policy } = await iam.createPolicy({
            PolicyName: inputs.name ?? prefixedName(inputs.namePrefix!),
            PolicyDocument: inputs.policy,
            Path: inputs.path,
            Description: inputs.description,
            Tags: toTagList(inputs.tagsAll),
        });
        return Policy!.Arn!;
    },

    async read(PolicyArn, _, aws) {
        const iam = await aws.iam();
        const policy = (await unlessGone(gone, iam.getPolicy({ PolicyArn })))?.Policy;
        if (!policy) return undefined;
        const { PolicyVersion } = await iam.getPolicyVersion({
            PolicyArn,
            VersionId: policy.DefaultVersionId,
        });
        return {
            arn: policy.Arn,
            attachmentCount: policy.AttachmentCount,
            description: policy.Description ?? "",
            name: policy.PolicyName,
            namePrefix: prefixOf(policy.PolicyName!),
            path: policy.Path,
            policy: decodeURIComponent(PolicyVersion!.Document!),
            policyId: policy.PolicyId,
            tagsAll: fromTagList(policy.Tags),
        };
    },

    async update(PolicyArn, { olds, news, changed }, aws) {
        const iam = await aws.iam();
        if (changed("policy")) {
            await makeRoom(iam, PolicyArn);
            await iam.createPolicyVersion({ PolicyArn, PolicyDocument: news.policy, SetAsDefault: true });
        }
        const tags = tagChange(olds.tagsAll, news.tagsAll);
        if (tags.removed.length > 0) await iam.untagPolicy({ PolicyArn, TagKeys: tags.removed });
        if (tags.set.length > 0) await iam.tagPolicy({ PolicyArn, Tags: tags.set });
    },

    async delete(PolicyArn, _, aws) {
        const iam = await aws.iam();
        for (const VersionId of await otherVersions(iam, PolicyArn)) {
            await unlessGone(gone, iam.deletePolicyVersion({ PolicyArn, VersionId }));
        }
        await unlessGone(gone, iam.deletePolicy({ PolicyArn }));
    },
});

/** The versions that are not the default, oldest first. */
async function otherVersions(iam: IAM, PolicyArn: string): Promise<string[]> {
    const versions = (await unlessGone(gone, iam.listPolicyVersions({ PolicyArn })))?.Versions ?? [];
    return versions
        .filter(({ IsDefaultVersion }) => !IsDefaultVersion)
        .sort((one, other) => one.CreateDate!.getTime() - other.CreateDate!.getTime())
        .map(({ VersionId }) => VersionId!);
}

/** IAM keeps five versions of a policy: with as many, the oldest goes before the next comes. */
async function makeRoom(iam: IAM, PolicyArn: string): Promise<void> {
    const others = await otherVersions(iam, PolicyArn);
    if (others.length + 1 >= mostVersions) {
        await iam.deletePolicyVersion({ PolicyArn, VersionId: others[0] });
    }
}
