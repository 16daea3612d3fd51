import {
    AttachRolePolicyCommand,
    CreatePolicyCommand,
    CreatePolicyVersionCommand,
    DeletePolicyCommand,
    DeletePolicyVersionCommand,
    DeleteRoleCommand,
    DetachRolePolicyCommand,
    GetPolicyCommand,
    GetPolicyVersionCommand,
    GetRoleCommand,
    ListAttachedRolePoliciesCommand,
    ListPolicyVersionsCommand,
    UpdateAssumeRolePolicyCommand,
} from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { attach, createPolicy, createRole, policyDocument, useEmulator } from "./builders";

const readAll = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

/** A policy document of so many characters, white space aside, with some of that in it. */
function documentOfSize(size: number): string {
    const withKey = (key: string): string =>
        JSON.stringify(
            JSON.parse(policyDocument({ ...readAll, Resource: `arn:aws:s3:::a/${key}` })),
            null,
            4,
        );
    const empty = withKey("").replace(/\s/g, "").length;
    return withKey("k".repeat(size - empty));
}

describe("Emulated IAM policies", () => {
    const emulator = useEmulator();

    async function addVersion(PolicyArn: string, PolicyDocument = policyDocument(readAll)): Promise<void> {
        const version = { PolicyArn, PolicyDocument, SetAsDefault: true };
        await emulator().aws.iam.send(new CreatePolicyVersionCommand(version));
    }

    async function remove(PolicyArn: string): Promise<void> {
        await emulator().aws.iam.send(new DeletePolicyCommand({ PolicyArn }));
    }

    it("hold 6,144 characters, white space aside", async () => {
        const policy = { PolicyName: "long", PolicyDocument: documentOfSize(6144) };
        const { Policy } = await emulator().aws.iam.send(new CreatePolicyCommand(policy));
        const { PolicyVersion } = await emulator().aws.iam.send(
            new GetPolicyVersionCommand({ PolicyArn: Policy!.Arn, VersionId: "v1" }),
        );
        assert.equal(decodeURIComponent(PolicyVersion!.Document!), policy.PolicyDocument);
    });

    it("are reported URL-encoded, as some have characters that are encoded already", async () => {
        const Resource = "arn:aws:s3:::raw/100%25 sure";
        const PolicyArn = await createPolicy(emulator().aws, "odd", { ...readAll, Resource });
        const { PolicyVersion } = await emulator().aws.iam.send(
            new GetPolicyVersionCommand({ PolicyArn, VersionId: "v1" }),
        );
        assert.equal(decodeURIComponent(PolicyVersion!.Document!), policyDocument({ ...readAll, Resource }));
    });

    const tooLong = { name: "LimitExceededException", message: "Cannot exceed quota for PolicySize: 6144" };

    it("are refused with more", async () => {
        const policy = { PolicyName: "long", PolicyDocument: documentOfSize(6145) };
        await assert.rejects(emulator().aws.iam.send(new CreatePolicyCommand(policy)), tooLong);
    });

    it("are refused with more in a later version", async () => {
        const arn = await createPolicy(emulator().aws, "short");
        await assert.rejects(addVersion(arn, documentOfSize(6145)), tooLong);
    });

    it("have five versions at most", async () => {
        const arn = await createPolicy(emulator().aws, "changing");
        for (let version = 2; version <= 5; version++) await addVersion(arn);
        await assert.rejects(addVersion(arn), { name: "LimitExceededException" });
        const { iam } = emulator().aws;
        await iam.send(new DeletePolicyVersionCommand({ PolicyArn: arn, VersionId: "v1" }));
        await addVersion(arn);
        const { Versions } = await iam.send(new ListPolicyVersionsCommand({ PolicyArn: arn }));
        assert.deepEqual(
            Versions?.map((version) => [version.VersionId, version.IsDefaultVersion]),
            [
                ["v2", false],
                ["v3", false],
                ["v4", false],
                ["v5", false],
                ["v6", true],
            ],
        );
    });

    it("cannot be deleted while a role has them", async () => {
        await createRole(emulator().aws, "loader");
        const arn = await createPolicy(emulator().aws, "read");
        await attach(emulator().aws, "loader", arn);
        await assert.rejects(remove(arn), {
            name: "DeleteConflictException",
            message: "Cannot delete a policy attached to entities.",
        });
    });

    it("cannot be deleted before their other versions", async () => {
        const arn = await createPolicy(emulator().aws, "read");
        await addVersion(arn);
        await assert.rejects(remove(arn), {
            name: "DeleteConflictException",
            message:
                "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The default version is deleted with the policy.",
        });
    });

    // "Names are not distinguished by case": https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
    for (const [name, Path] of [
        ["read", "/"],
        ["READ", "/"],
        ["read", "/team/"],
    ] as const) {
        it(`are refused as ${name} on the path ${Path} when there is one named read`, async () => {
            await createPolicy(emulator().aws, "read");
            const policy = { PolicyName: name, Path, PolicyDocument: policyDocument(readAll) };
            await assert.rejects(emulator().aws.iam.send(new CreatePolicyCommand(policy)), {
                name: "EntityAlreadyExistsException",
                message: `A policy called ${name} already exists. Duplicate names are not allowed.`,
            });
        });
    }

    it("may have the name of one of AWS's own", async () => {
        const arn = await createPolicy(emulator().aws, "AmazonS3FullAccess");
        assert.equal(arn, "arn:aws:iam::123456789012:policy/AmazonS3FullAccess");
    });

    // A role's path holds more: https://github.com/aws-cloudformation/cfn-lint/issues/3020
    for (const [Path, ofRoles] of [
        ["/team:data/", true],
        ["/a//b/", true],
        ["/a b/", false],
        ["//", false],
    ] as const) {
        it(`are refused on the path ${Path}, which ${ofRoles ? "a" : "no"} role may have`, async () => {
            const policy = { PolicyName: "read", Path, PolicyDocument: policyDocument(readAll) };
            const refused = (pattern: string) => ({
                name: "ValidationError",
                message: `1 validation error detected: Value '${Path}' at 'path' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern}`,
            });
            await assert.rejects(
                emulator().aws.iam.send(new CreatePolicyCommand(policy)),
                refused("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/"),
            );
            const role = createRole(emulator().aws, "loader", undefined, { Path });
            if (ofRoles) await role;
            else await assert.rejects(role, refused("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)"));
        });
    }

    const malformed = [
        ["no resource", { Effect: "Allow", Action: "s3:GetObject" }],
        ["no action", { Effect: "Allow", Resource: "*" }],
        ["a principal", { ...readAll, Principal: "*" }],
        ["a resource that is no ARN", { ...readAll, Resource: "bucket/key" }],
    ] as const;
    for (const [what, statement] of malformed) {
        it(`are refused with ${what}`, async () => {
            await assert.rejects(createPolicy(emulator().aws, "read", statement), {
                name: "MalformedPolicyDocumentException",
            });
        });
    }

    it("are refused with characters that IAM does not take", async () => {
        const statement = { ...readAll, Resource: "arn:aws:s3:::a/日本/*" };
        await assert.rejects(createPolicy(emulator().aws, "read", statement), {
            name: "ValidationError",
            message: new RegExp(
                "^1 validation error detected: Value '.*' at 'policyDocument' failed to satisfy constraint: " +
                    "Member must satisfy regular expression pattern: ",
            ),
        });
    });

    it("tell every broken constraint on their parameters", async () => {
        const policy = { PolicyName: "a b", Path: "x", PolicyDocument: policyDocument(readAll) };
        await assert.rejects(emulator().aws.iam.send(new CreatePolicyCommand(policy)), {
            name: "ValidationError",
            message:
                "2 validation errors detected: " +
                "Value 'a b' at 'policyName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+; " +
                "Value 'x' at 'path' failed to satisfy constraint: Member must satisfy regular expression pattern: ((/[A-Za-z0-9\\.,\\+@=_-]+)*)/",
        });
    });

    it("of AWS's own can be attached", async () => {
        await createRole(emulator().aws, "loader");
        for (const name of ["AmazonS3ReadOnlyAccess", "AmazonS3FullAccess"]) {
            await attach(emulator().aws, "loader", `arn:aws:iam::aws:policy/${name}`);
        }
    });

    it("cannot be attached when there is none of that ARN", async () => {
        await createRole(emulator().aws, "loader");
        await assert.rejects(attach(emulator().aws, "loader", "arn:aws:iam::aws:policy/AmazonS3Nothing"), {
            name: "NoSuchEntityException",
        });
    });
});

describe("Emulated IAM roles", () => {
    const emulator = useEmulator();

    it("have ten policies at most", async () => {
        await createRole(emulator().aws, "loader");
        const arns: string[] = [];
        for (let i = 1; i <= 11; i++) arns.push(await createPolicy(emulator().aws, `read-${i}`));
        for (const arn of arns.slice(1)) await attach(emulator().aws, "loader", arn);
        await assert.rejects(attach(emulator().aws, "loader", arns[0]!), {
            name: "LimitExceededException",
            message: "Cannot exceed quota for PoliciesPerRole: 10",
        });
    });

    it("have a policy once, however often it is attached", async () => {
        await createRole(emulator().aws, "loader");
        const PolicyArn = await createPolicy(emulator().aws, "read");
        const { iam } = emulator().aws;
        const attachment = { RoleName: "loader", PolicyArn };
        await iam.send(new AttachRolePolicyCommand(attachment));
        await iam.send(new AttachRolePolicyCommand(attachment));
        const { AttachedPolicies } = await iam.send(
            new ListAttachedRolePoliciesCommand({ RoleName: "loader" }),
        );
        assert.deepEqual(AttachedPolicies, [{ PolicyName: "read", PolicyArn }]);
        await iam.send(new DetachRolePolicyCommand(attachment));
        const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
        assert.equal(Policy?.AttachmentCount, 0);
    });

    it("cannot be deleted before their policies are detached", async () => {
        await createRole(emulator().aws, "loader");
        const PolicyArn = await createPolicy(emulator().aws, "read");
        await attach(emulator().aws, "loader", PolicyArn);
        const { iam } = emulator().aws;
        await assert.rejects(iam.send(new DeleteRoleCommand({ RoleName: "loader" })), {
            name: "DeleteConflictException",
            message: "Cannot delete entity, must detach all policies first.",
        });
        await iam.send(new DetachRolePolicyCommand({ RoleName: "loader", PolicyArn }));
        await iam.send(new DeleteRoleCommand({ RoleName: "loader" }));
        await assert.rejects(iam.send(new GetRoleCommand({ RoleName: "loader" })), {
            name: "NoSuchEntityException",
        });
    });

    for (const [name, Path] of [
        ["loader", "/"],
        ["Loader", "/"],
        ["loader", "/team/"],
    ] as const) {
        it(`are refused as ${name} on the path ${Path} when there is one named loader`, async () => {
            await createRole(emulator().aws, "loader");
            await assert.rejects(createRole(emulator().aws, name, undefined, { Path }), {
                name: "EntityAlreadyExistsException",
                message: `Role with name ${name} already exists.`,
            });
        });
    }

    it("are refused under a name of more than 64 characters", async () => {
        const name = "r".repeat(65);
        await assert.rejects(createRole(emulator().aws, name), {
            name: "ValidationError",
            message: `1 validation error detected: Value '${name}' at 'roleName' failed to satisfy constraint: Member must have length less than or equal to 64`,
        });
    });

    for (const [when, refused] of [
        ["creation", (trust: string) => createRole(emulator().aws, "loader", trust)],
        ["update", update],
    ] as const) {
        it(`are refused at ${when} with a trust policy that lets no one assume them`, async () => {
            await assert.rejects(refused(policyDocument(readAll)), {
                name: "MalformedPolicyDocumentException",
            });
        });
    }

    async function update(PolicyDocument: string): Promise<void> {
        await createRole(emulator().aws, "loader");
        const trust = { RoleName: "loader", PolicyDocument };
        await emulator().aws.iam.send(new UpdateAssumeRolePolicyCommand(trust));
    }
});
