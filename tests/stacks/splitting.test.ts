import { s3 } from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../provider";
import { policiesOfRole } from "../support/attached";
import { describeSteps, type Program, type Run } from "../support/engine";
import { sideBySide, useInlineStacks } from "./inlineStacks";

/** As many as fill six policies, so that one more needs a seventh. */
const full = 198;
const names = Array.from({ length: full + 1 }, (_, i) => `raw-${i}`);

const knownBuckets =
    (...buckets: string[]): Program =>
    () => {
        const { roleArn } = new AuroraS3Access("known", {
            importFrom: buckets.map((bucket) => ({ bucket })),
            importPolicyName: "load",
            roleName: "loader",
        });
        return { roleArn };
    };

/** Buckets of which the first preview knows how many there are, and nothing else. */
const newBuckets =
    (count: number): Program =>
    () => {
        const { bucket } = new s3.Bucket("raw");
        new AuroraS3Access("new", {
            importFrom: names.slice(0, count).map((_, i) => ({ bucket: pulumi.interpolate`${bucket}-${i}` })),
        });
    };

interface Changed {
    preview: Run;
    up: Run;
}

describe("locations too many for one policy, on the real engine,", () => {
    const { aws, stackOf } = useInlineStacks();
    let roleArn: string;
    let known: { added: Changed; callsToInsert: string[] };
    let unknown: { first: Changed; added: Changed };

    async function deployKnown(): Promise<void> {
        const stack = await stackOf("known-buckets", knownBuckets(...names.slice(1, full)));
        roleArn = (await stack.up()).outputs.roleArn as string;
        stack.program = knownBuckets(...names.slice(1));
        const added = { preview: await stack.preview(), up: await stack.up() };
        stack.program = knownBuckets(...names);
        const before = (await aws().calls()).length;
        await stack.up();
        known = { added, callsToInsert: (await aws().calls()).slice(before) };
    }

    async function deployNew(): Promise<void> {
        const stack = await stackOf("new-buckets", newBuckets(full));
        const first = { preview: await stack.preview(), up: await stack.up() };
        stack.program = newBuckets(full + 1);
        unknown = { first, added: { preview: await stack.preview(), up: await stack.up() } };
    }

    before(() => sideBySide([deployKnown(), deployNew()]));

    it("are granted by several policies together, as IAM reports them, exactly", async () => {
        const policies = await policiesOfRole(aws().aws, roleArn);
        assert.deepEqual(
            Object.keys(policies),
            ["", "-2", "-3", "-4", "-5", "-6", "-7"].map((part) => `load${part}`),
        );
        const granted = (Object.values(policies) as PolicyDocument[]).flatMap(grants);
        assert.deepEqual(
            granted.sort(),
            names
                .flatMap((name) => [
                    `s3:GetObject arn:aws:s3:::${name}/*`,
                    `s3:GetObjectVersion arn:aws:s3:::${name}/*`,
                    `s3:ListBucket arn:aws:s3:::${name}`,
                ])
                .sort(),
        );
    });

    it("get as many policies in a first preview, which knows no bucket, as in the update", () => {
        const parts = ["", "-2", "-3", "-4", "-5", "-6"];
        const expected = [
            "create AuroraS3Access new",
            ...parts.map((part) => `create iam.Policy new-import${part}`),
            "create iam.Role new-role",
            ...parts.map((part) => `create iam.RolePolicyAttachment new-import${part}`),
            "create s3.Bucket raw",
        ];
        assert.deepEqual(describeSteps(unknown.first.preview), expected);
        assert.deepEqual(describeSteps(unknown.first.up), expected);
    });

    it("change one policy for one more at the end", () => {
        const expected = ["update AuroraS3Access known", "update iam.Policy known-import-6 [policy]"];
        assert.deepEqual(describeSteps(known.added.preview), expected);
        assert.deepEqual(describeSteps(known.added.up), expected);
    });

    it("add a policy, and change none, for one more at the end that no policy holds", () => {
        const expected = [
            "create iam.Policy new-import-7",
            "create iam.RolePolicyAttachment new-import-7",
            "update AuroraS3Access new",
        ];
        assert.deepEqual(describeSteps(unknown.added.preview), expected);
        assert.deepEqual(describeSteps(unknown.added.up), expected);
    });

    it("that one more at the front pushes on are granted by the next policy before they leave theirs", () => {
        const policy = (part: string) => `arn:aws:iam::${aws().accountId}:policy/load${part}`;
        const changes = known.callsToInsert.filter(
            (call) => /^iam:(Create|Attach|Detach|Delete)/.test(call) && call.includes("load"),
        );
        assert.deepEqual(changes, [
            "iam:CreatePolicy load-7",
            `iam:AttachRolePolicy loader ${policy("-7")}`,
            ...["-6", "-5", "-4", "-3", "-2", ""].map((part) => `iam:CreatePolicyVersion ${policy(part)}`),
        ]);
    });
});

interface PolicyDocument {
    Statement: { Action: string[]; Resource: string[] }[];
}

/** Every action on every resource. */
const grants = ({ Statement }: PolicyDocument) =>
    Statement.flatMap(({ Action, Resource }) =>
        Action.flatMap((action) => Resource.map((resource) => `${action} ${resource}`)),
    );
