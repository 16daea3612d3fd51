import type { AuroraS3AccessArgs } from "../../../provider";
import { access, claimChanges, type Change } from "./change";

const itself = "update AuroraS3Access sales";

/** Another policy is another ARN, which the attachment cannot be moved to. */
const replaced = (policy: string, property: string) => [
    `replace iam.Policy ${policy} [${property}] replace because of ${inOrder(property, "id")}`,
    `replace iam.RolePolicyAttachment ${policy} [policyArn] replace because of id,policyArn`,
];
const inOrder = (...names: string[]) => names.sort().join();

/** The changes of an input that is given, given otherwise, and left out again. */
function changesOf<Input extends keyof AuroraS3AccessArgs>(
    input: Input,
    [one, other]: [AuroraS3AccessArgs[Input], AuroraS3AccessArgs[Input]],
    beside: AuroraS3AccessArgs,
    steps: string[],
): [Change, ...Change[]] {
    const without = access(beside);
    const withOne = access({ ...beside, [input]: one });
    const withOther = access({ ...beside, [input]: other });
    const all = [itself, ...steps].sort();
    return [
        { edit: `${input} added`, from: without, to: withOne, steps: all },
        { edit: `${input} changed`, from: withOne, to: withOther, steps: all },
        { edit: `${input} removed`, from: withOther, to: without, steps: all },
    ];
}

const importFrom = [{ bucket: "raw" }];
const exportTo = [{ bucket: "reports" }];
const kmsKeys = [{ keyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" }];

const role = "iam.Role sales-role";
const roleReplaced = (property: string) => [
    `replace ${role} [${property}] replace because of ${inOrder(property, "id")}`,
    "replace iam.RolePolicyAttachment sales-import [role] replace because of id,role",
];

// How policy and role answer each property, is held against what the AWS provider was seen to do.
claimChanges("an edit of a policy's name or description replaces that policy alone:", [
    ...changesOf(
        "importPolicyName",
        ["load-one", "load-other"],
        { importFrom, exportTo },
        replaced("sales-import", "name"),
    ),
    ...changesOf(
        "exportPolicyName",
        ["unload-one", "unload-other"],
        { importFrom, exportTo },
        replaced("sales-export", "name"),
    ),
    ...changesOf(
        "kmsPolicyName",
        ["keys-one", "keys-other"],
        { importFrom, kmsKeys },
        replaced("sales-kms", "name"),
    ),
    ...changesOf(
        "importPolicyDescription",
        ["What Aurora loads", "What it loads"],
        { importFrom },
        replaced("sales-import", "description"),
    ),
]);

claimChanges("an edit of the role's name replaces the role and its attachments, not the policies:", [
    ...changesOf("roleName", ["changing-one", "changing-other"], { importFrom }, roleReplaced("name")),
]);

claimChanges("an edit of the role updates it in place:", [
    ...changesOf("roleDescription", ["To S3", "To S3 and back"], { importFrom }, [
        `update ${role} [description]`,
    ]),
    ...changesOf(
        "permissionsBoundary",
        ["arn:aws:iam::aws:policy/AmazonS3FullAccess", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
        { importFrom },
        [`update ${role} [permissionsBoundary]`],
    ),
    ...changesOf(
        "sourceArns",
        [
            ["arn:aws:rds:us-east-1:123456789012:cluster:sales"],
            ["arn:aws:rds:us-east-1:123456789012:cluster:sales-*"],
        ],
        { importFrom },
        [`update ${role} [assumeRolePolicy]`],
    ),
    {
        edit: "sourceConditions: None set",
        from: access({ importFrom }),
        to: access({ importFrom, sourceConditions: "None" }),
        steps: [itself, `update ${role} [assumeRolePolicy]`],
    },
    {
        edit: "sourceConditions: None set no more",
        from: access({ importFrom, sourceConditions: "None" }),
        to: access({ importFrom }),
        steps: [itself, `update ${role} [assumeRolePolicy]`],
    },
    {
        edit: "the account of the provider in so many words changes nothing in AWS",
        from: access({ importFrom }),
        to: access({ importFrom, sourceAccount: "123456789012" }),
        steps: [itself],
    },
]);

claimChanges("an edit of what role and policies share:", [
    ...changesOf("path", ["/aurora/", "/databases/"], { importFrom }, [
        `replace ${role} [path] replace because of id,path`,
        "replace iam.Policy sales-import [path] replace because of id,path",
        "replace iam.RolePolicyAttachment sales-import [policyArn,role] replace because of id,policyArn,role",
    ]),
    ...changesOf("tags", [{ team: "sales" }, { team: "marketing" }], { importFrom }, [
        `update ${role} [tags,tagsAll]`,
        "update iam.Policy sales-import [tags,tagsAll]",
    ]),
]);
