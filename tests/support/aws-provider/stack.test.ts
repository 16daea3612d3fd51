import * as pulumi from "@pulumi/pulumi";
import * as aws from "@pulumi/aws";
import assert from "node:assert/strict";
import { join } from "node:path";
import { CreatePolicyCommand, TagRoleCommand } from "@aws-sdk/client-iam";
import { GetBucketLocationCommand } from "@aws-sdk/client-s3";
import { ensureToolchain } from "../../../tools/toolchain";
import { startEmulator, type Emulator } from "../emulator/emulator";
import { describeSteps, type FailedRun, type InlineStack, type Program, TestStack } from "../engine";
import { documentFor, trust } from "./fixture";
import { awsPluginHome, nodeSdkVersion } from "./home";

describe("The stand-in for the AWS provider, on the engine", () => {
    let account: Emulator;
    let pulumiHome: string;
    before(async () => {
        const { bin } = await ensureToolchain();
        pulumiHome = await awsPluginHome(join(bin, "pulumi"), [nodeSdkVersion]);
        account = await startEmulator();
    });
    after(() => account?.stop());

    let stack: InlineStack;
    afterEach(() => stack.dispose());

    const deploy = async (program: Program) => {
        stack = await TestStack.inline("stand-in", program, { aws: account, pulumiHome });
        return stack.up();
    };

    const policy = documentFor("s3:GetObject");
    const cluster = (name: string, args: Partial<aws.rds.ClusterArgs> = {}) =>
        new aws.rds.Cluster(name, {
            engine: "aurora-mysql",
            masterUsername: "admin",
            masterPassword: "correct-horse",
            skipFinalSnapshot: true,
            ...args,
        });

    it("makes everything, finds nothing to do then, and takes everything away", async () => {
        await deploy(() => {
            const { arn: policyArn } = new aws.iam.Policy("policy", { policy });
            const role = new aws.iam.Role("role", { assumeRolePolicy: trust });
            const attachment = new aws.iam.RolePolicyAttachment("attachment", { role, policyArn });
            const group = new aws.rds.ClusterParameterGroup("group", {
                family: "aurora-mysql8.0",
                parameters: [{ name: "aws_default_s3_role", value: role.arn }],
            });
            const sales = cluster("sales", { dbClusterParameterGroupName: group.name });
            new aws.rds.ClusterInstance("instance", {
                engine: "aurora-mysql",
                clusterIdentifier: sales.id,
                instanceClass: "db.r6g.large",
            });
            const association = { dbClusterIdentifier: sales.id, roleArn: role.arn };
            new aws.rds.ClusterRoleAssociation("association", association, { dependsOn: attachment });
            const bucket = new aws.s3.Bucket("bucket");
            const statement = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: bucket.arn };
            new aws.s3.BucketPolicy("bucket-policy", {
                bucket: bucket.id,
                policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [statement] }),
            });
            const key = new aws.kms.Key("key");
            new aws.kms.Alias("alias", { targetKeyId: key.arn });
        });
        assert.deepEqual(describeSteps(await stack.preview()), []);
        await stack.refresh();
        assert.deepEqual(describeSteps(await stack.preview()), []);
        await stack.destroy();
        assert.deepEqual(await account.leftovers(), []);
    });

    it("keeps in the state what was made but is not as it should be, and puts it right", async () => {
        const group = (parameter: string) => () => {
            const parameters = [{ name: parameter, value: "1" }];
            new aws.rds.ClusterParameterGroup("group", { family: "aurora-mysql8.0", parameters });
        };
        await assert.rejects(deploy(group("aurora_load_from_s3_role")), ({ run }: FailedRun) => {
            const error = run.diagnostics.find(({ resource }) => resource === "group");
            assert.match(
                error!.message,
                /RDS: ModifyDBClusterParameterGroup, .*InvalidParameterValue: Could not find/,
            );
            return true;
        });
        stack.program = group("aws_default_s3_role");
        assert.deepEqual(describeSteps(await stack.up()), [
            "update rds.ClusterParameterGroup group [parameters]",
        ]);
        assert.deepEqual(describeSteps(await stack.preview()), []);
        await stack.destroy();
        assert.deepEqual(await account.leftovers(), []);
    });

    it("says on the resource what AWS says, and makes nothing of it", async () => {
        await account.aws.iam.send(new CreatePolicyCommand({ PolicyName: "taken", PolicyDocument: policy }));
        const program = () => void new aws.iam.Policy("policy", { name: "taken", policy });
        await assert.rejects(deploy(program), ({ run }: FailedRun) => {
            const error = run.diagnostics.find(({ resource }) => resource === "policy");
            assert.match(error!.message, /IAM: CreatePolicy, .*, EntityAlreadyExists: /);
            return true;
        });
        await stack.destroy();
    });

    it("deletes first what keeps its given name", async () => {
        const named = (path: string) => () =>
            void new aws.iam.Policy("policy", { name: "kept", path, policy });
        await deploy(named("/one/"));
        stack.program = named("/two/");
        const [step] = (await stack.up()).steps;
        assert.deepEqual([step!.op, step!.deletesFirst], ["replace", true]);
        await stack.destroy();
    });

    it("puts right what someone changed", async () => {
        const program = () => {
            const role = new aws.iam.Role("role", { assumeRolePolicy: trust, tags: { owner: "me" } });
            return { name: role.name };
        };
        const { outputs } = await deploy(program);
        const tagged = { RoleName: outputs.name as string, Tags: [{ Key: "owner", Value: "you" }] };
        await account.aws.iam.send(new TagRoleCommand(tagged));
        await stack.refresh();
        assert.deepEqual(describeSteps(await stack.up()), ["update iam.Role role [tags,tagsAll]"]);
        await stack.destroy();
    });

    it("takes over what is there already", async () => {
        const made = await account.aws.iam.send(
            new CreatePolicyCommand({ PolicyName: "there", PolicyDocument: policy }),
        );
        const opts = { import: made.Policy!.Arn! };
        await deploy(() => void new aws.iam.Policy("policy", { name: "there", policy }, opts));
        assert.deepEqual(describeSteps(await stack.preview()), []);
        await stack.destroy();
    });

    it("has providers for other regions, which functions and children of components use too", async () => {
        class Regional extends pulumi.ComponentResource {
            constructor(opts: pulumi.ComponentResourceOptions) {
                super("test:index:Regional", "regional", {}, opts);
                const bucket = new aws.s3.Bucket("bucket", {}, { parent: this });
                const { region } = aws.getRegionOutput({}, { parent: this });
                this.registerOutputs();
                this.found = { bucket: bucket.bucket, regions: [bucket.region, region], arn: bucket.arn };
            }
            readonly found: pulumi.Inputs;
        }
        const { outputs } = await deploy(() => {
            const ireland = new aws.Provider("ireland", {
                region: "eu-west-1",
                defaultTags: { tags: { team: "data" } },
                endpoints: [{ s3: account.endpoint }],
                s3UsePathStyle: true,
            });
            return new Regional({ providers: [ireland] }).found;
        });
        assert.deepEqual(outputs.regions, ["eu-west-1", "eu-west-1"]);
        const Bucket = outputs.bucket as string;
        const location = await account.aws.s3.send(new GetBucketLocationCommand({ Bucket }));
        assert.equal(location.LocationConstraint, "eu-west-1");
        await stack.destroy();
    });

    it("has the engine encrypt a secret wherever it stands in the state", async () => {
        await deploy(() => void cluster("sales"));
        const isEncrypted = (key: string) => key === "plaintext";
        const rest = JSON.stringify(await stack.state(), (key, value: unknown) =>
            isEncrypted(key) ? undefined : value,
        );
        assert.match(rest, /masterPassword/);
        assert.doesNotMatch(rest, /correct-horse/);
        await stack.destroy();
    });
});
