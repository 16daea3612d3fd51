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
    valuesFor: (change: string) => [AuroraS3AccessArgs[Input], AuroraS3AccessArgs[Input]],
    beside: AuroraS3AccessArgs,
    steps: string[],
): Change[] {
    const row = (change: string, pick: (one: object, other: object) => [from: object, to: object]) => {
        const [one, other] = valuesFor(change);
        const [from, to] = pick({ [input]: one }, { [input]: other });
        const edit = `${input} ${change}`;
        const programs = { from: access({ ...beside, ...from }), to: access({ ...beside, ...to }) };
        return { edit, ...programs, steps: [itself, ...steps].sort() };
    };
    return [
        row("added", (one) => [{}, one]),
        row("changed", (one, other) => [one, other]),
        row("removed", (one) => [one, {}]),
    ];
}

/** Names that no other change has at the same time. */
const twoNames =
    (name: string) =>
    (change: string): [string, string] => [`${name}-${change}-one`, `${name}-${change}-other`];

const each =
    <Value>(one: Value, other: Value) =>
    (): [Value, Value] => [one, other];

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
        twoNames("load"),
        { importFrom, exportTo },
        replaced("sales-import", "name"),
    ),
    ...changesOf(
        "exportPolicyName",
        twoNames("unload"),
        { importFrom, exportTo },
        replaced("sales-export", "name"),
    ),
    ...changesOf("kmsPolicyName", twoNames("keys"), { importFrom, kmsKeys }, replaced("sales-kms", "name")),
    ...changesOf(
        "importPolicyDescription",
        each("What Aurora loads", "What it loads"),
        { importFrom },
        replaced("sales-import", "description"),
    ),
]);

claimChanges("an edit of the role's name replaces the role and its attachments, not the policies:", [
    ...changesOf("roleName", twoNames("changing"), { importFrom }, roleReplaced("name")),
]);

claimChanges("an edit of the role updates it in place:", [
    ...changesOf("roleDescription", each("To S3", "To S3 and back"), { importFrom }, [
        `update ${role} [description]`,
    ]),
    ...changesOf(
        "permissionsBoundary",
        each("arn:aws:iam::aws:policy/AmazonS3FullAccess", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"),
        { importFrom },
        [`update ${role} [permissionsBoundary]`],
    ),
    ...changesOf("sourceAccount", each("210987654321", "321098765432"), { importFrom }, [
        `update ${role} [assumeRolePolicy]`,
    ]),
    ...changesOf(
        "sourceArns",
        each(
            ["arn:aws:rds:us-east-1:123456789012:cluster:sales"],
            ["arn:aws:rds:us-east-1:123456789012:cluster:sales-*"],
        ),
        { importFrom },
        [`update ${role} [assumeRolePolicy]`],
    ),
    {
        edit: "unconditionalTrust set",
        from: access({ importFrom }),
        to: access({ importFrom, unconditionalTrust: true }),
        steps: [itself, `update ${role} [assumeRolePolicy]`],
    },
    {
        edit: "unconditionalTrust set no more",
        from: access({ importFrom, unconditionalTrust: true }),
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
    ...changesOf("path", each("/aurora/", "/databases/"), { importFrom }, [
        `replace ${role} [path] replace because of id,path`,
        "replace iam.Policy sales-import [path] replace because of id,path",
        "replace iam.RolePolicyAttachment sales-import [policyArn,role] replace because of id,policyArn,role",
    ]),
    ...changesOf("tags", each({ team: "sales" }, { team: "marketing" }), { importFrom }, [
        `update ${role} [tags,tagsAll]`,
        "update iam.Policy sales-import [tags,tagsAll]",
    ]),
]);
