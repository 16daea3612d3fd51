import * as aws from "@pulumi/aws";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureToolchain } from "../../../tools/toolchain";
import { startEmulator, type Emulator } from "../emulator/emulator";
import { describeSteps, TestStack, type InlineStack, type Program } from "../engine";
import { documentFor, trust } from "./fixture";
import { awsPluginHome, nodeSdkVersion } from "./home";

/** What a row changes of the program: properties of the resources, by the names they have in the facts. */
interface Change {
    p?: Partial<aws.iam.PolicyArgs>;
    r?: Partial<aws.iam.RoleArgs>;
    att?: Partial<aws.iam.RolePolicyAttachmentArgs>;
    g?: Partial<aws.rds.ClusterParameterGroupArgs>;
    c?: Partial<aws.rds.ClusterArgs>;
    as?: Partial<aws.rds.ClusterRoleAssociationArgs>;
    b?: Partial<aws.s3.BucketArgs>;
    k?: Partial<aws.kms.KeyArgs>;
    al?: Partial<aws.kms.AliasArgs>;
}

const elsewhere = "arn:aws:iam::123456789012:role/elsewhere";

const changes: Record<string, Change> = {
    "p.name": { p: { name: "given" } },
    "p.path": { p: { path: "/app/" } },
    "p.desc": { p: { description: "other" } },
    "p.policy": { p: { policy: documentFor("s3:PutObject") } },
    "p.tags": { p: { tags: { owner: "other" } } },
    "r.name": { r: { name: "given" } },
    "r.path": { r: { path: "/app/" } },
    "r.desc": { r: { description: "other" } },
    "r.trust": { r: { assumeRolePolicy: trust.replace("rds.", "ec2.") } },
    "r.boundary": { r: { permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" } },
    "r.max": { r: { maxSessionDuration: 7200 } },
    "r.tags": { r: { tags: { owner: "other" } } },
    "att.role": { att: { role: "elsewhere" } },
    "att.policy": { att: { policyArn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess" } },
    "g.name": { g: { name: "given" } },
    "g.family": { g: { family: "aurora-mysql5.7" } },
    "g.desc": { g: { description: "other" } },
    "g.params": { g: { parameters: [{ name: "aws_default_s3_role", value: elsewhere }] } },
    "g.method": {},
    "c.id": { c: { clusterIdentifier: "given" } },
    "c.version": { c: { engineVersion: "8.0.mysql_aurora.3.11.0" } },
    "c.pg": { c: { dbClusterParameterGroupName: undefined } },
    "c.roles": { c: { iamRoles: [elsewhere] } },
    "c.tags": { c: { tags: { owner: "other" } } },
    "as.role": { as: { roleArn: elsewhere } },
    "as.feature": { as: { featureName: "s3Import" } },
    "b.name": { b: { bucket: "given" } },
    "b.tags": { b: { tags: { owner: "other" } } },
    "k.desc": { k: { description: "other" } },
    "al.name": { al: { name: "alias/given" } },
};

const program =
    (change: Change = {}, applyMethod = "pending-reboot"): Program =>
    () => {
        const tags = { owner: "me" };
        const description = "one";
        const p = new aws.iam.Policy("p", {
            policy: documentFor("s3:GetObject"),
            description,
            tags,
            ...change.p,
        });
        const r = new aws.iam.Role("r", { assumeRolePolicy: trust, description, tags, ...change.r });
        new aws.iam.RolePolicyAttachment("att", { role: r.name, policyArn: p.arn, ...change.att });
        const g = new aws.rds.ClusterParameterGroup("g", {
            family: "aurora-mysql8.0",
            description,
            parameters: [{ name: "aws_default_s3_role", value: r.arn, applyMethod }],
            ...change.g,
        });
        const c = new aws.rds.Cluster("c", {
            engine: "aurora-mysql",
            engineVersion: "8.0.mysql_aurora.3.10.0",
            masterUsername: "admin",
            masterPassword: "correct-horse",
            skipFinalSnapshot: true,
            dbClusterParameterGroupName: g.name,
            tags,
            ...change.c,
        });
        new aws.rds.ClusterRoleAssociation("as", {
            dbClusterIdentifier: c.id,
            roleArn: r.arn,
            ...change.as,
        });
        new aws.s3.Bucket("b", { tags, ...change.b });
        const k = new aws.kms.Key("k", { description, ...change.k });
        new aws.kms.Alias("al", { targetKeyId: k.id, ...change.al });
    };

describe("The stand-in for the AWS provider, against what the real one answered", () => {
    let emulator: Emulator;
    let stack: InlineStack;
    before(async () => {
        const { bin } = await ensureToolchain();
        emulator = await startEmulator();
        const pulumiHome = await awsPluginHome(join(bin, "pulumi"), [nodeSdkVersion]);
        stack = await TestStack.inline("facts", program(), { aws: emulator, pulumiHome });
        await stack.up();
    });
    after(async () => {
        stack?.dispose();
        await emulator?.stop();
    });

    const rows = readRows(readFileSync(join(__dirname, "facts/aws-provider-steps.txt"), "utf8"));

    it("changes what every row changes", () => {
        assert.deepEqual(Object.keys(changes), [...rows.keys()]);
    });

    for (const [row, steps] of rows) {
        it(`${row}: ${steps.join("; ") || "nothing"}`, async () => {
            stack.program = program(changes[row], row === "g.method" ? "immediate" : undefined);
            const preview = await stack.preview();
            assert.deepEqual(withoutTagsAll(describeSteps(preview)), steps);
            // The facts' own words: all replacements create first, but for this one.
            for (const { op, type, deletesFirst } of preview.steps) {
                assert.equal(deletesFirst, op === "replace" && type.endsWith(":RolePolicyAttachment"), type);
            }
        });
    }
});

/** The steps of each row, written as `describeSteps` writes them. */
function readRows(text: string): Map<string, string[]> {
    const rows = new Map<string, string[]>();
    let steps: string[] = [];
    for (const line of text.split("\n")) {
        const [, row] = /^([a-z]+\.[a-z]+):$/.exec(line) ?? [];
        if (row) rows.set(row, (steps = []));
        else if (line.startsWith("  ") && line !== "  nothing") steps.push(line.trim());
    }
    return new Map(
        [...rows].map(([row, found]) => [row, withoutTagsAll(found.map(withSortedReasons)).sort()]),
    );
}

function withSortedReasons(step: string): string {
    return step.replace(/(?<=because of )\S+/, (reasons) => reasons.split(",").sort().join());
}

/** Whether `tagsAll` differs as well is the way of the bridge that is used, not of the provider. */
function withoutTagsAll(steps: string[]): string[] {
    return steps.map((step) => step.replace(",tagsAll", ""));
}
