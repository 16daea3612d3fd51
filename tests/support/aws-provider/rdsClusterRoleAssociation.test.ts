import assert from "node:assert/strict";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { UpdateAssumeRolePolicyCommand } from "@aws-sdk/client-iam";
import {
    DeleteDBClusterCommand,
    DescribeDBClustersCommand,
    RemoveRoleFromDBClusterCommand,
    StartDBClusterCommand,
    StopDBClusterCommand,
} from "@aws-sdk/client-rds";
import type { Emulator } from "../emulator/emulator";
import { another, environmentOf, start, trust } from "./fixture";
import { awsPlugin } from "./home";
import { failureOf, type PluginClient } from "./pluginClient";
import { rewritingProxy, type RewritingProxy } from "./rewritingProxy";

const Role = "aws:iam/role:Role";
const Cluster = "aws:rds/cluster:Cluster";
const ClusterRoleAssociation = "aws:rds/clusterRoleAssociation:ClusterRoleAssociation";

describe("The stand-in for the AWS provider: rds.ClusterRoleAssociation", () => {
    let aws: Emulator;
    let plugin: PluginClient;
    before(async () => ({ aws, plugin } = await start()));

    const makeRole = (assumeRolePolicy = trust) => plugin.create(Role, { assumeRolePolicy });
    const makeCluster = (engine = "aurora-mysql") =>
        plugin.create(Cluster, { engine, masterUsername: "admin", masterPassword: "correct-horse" });

    const make = async () => {
        const [cluster, role] = [await makeCluster(), await makeRole()];
        return { dbClusterIdentifier: cluster.id, roleArn: role.state.arn! };
    };

    const statuses = async (DBClusterIdentifier: string) => {
        const found = await aws.aws.rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier }));
        return found.DBClusters![0]!.AssociatedRoles!.map(({ Status }) => Status);
    };

    it("is made, and imported by cluster,role", async () => {
        const given = await make();
        const made = await plugin.create(ClusterRoleAssociation, given);
        assert.equal(made.id, `${given.dbClusterIdentifier},${given.roleArn as string}`);
        assert.deepEqual(made.state, { ...given, featureName: "", region: "us-east-1" });
        assert.deepEqual(await statuses(given.dbClusterIdentifier), ["ACTIVE"]);

        const imported = (await plugin.import(ClusterRoleAssociation, made.id))!;
        assert.deepEqual(imported.state, made.state);
        assert.deepEqual(imported.inputs, { ...given, region: "us-east-1", __defaults: [] });
    });

    it("has a feature name on PostgreSQL", async () => {
        const cluster = await makeCluster("aurora-postgresql");
        const { arn } = (await makeRole()).state;
        const given = { dbClusterIdentifier: cluster.id, roleArn: arn!, featureName: "s3Import" };
        const made = await plugin.create(ClusterRoleAssociation, given);
        assert.equal(made.state.featureName, "s3Import");
        await plugin.delete(ClusterRoleAssociation, made);
        assert.deepEqual(await statuses(cluster.id), []);
    });

    it("is replaced for whatever changes, with the new one made first", async () => {
        const given = await make();
        const made = await plugin.create(ClusterRoleAssociation, given);
        for (const name of ["dbClusterIdentifier", "featureName", "roleArn"]) {
            const plan = await plugin.diff(ClusterRoleAssociation, made, { ...given, [name]: "other" });
            assert.deepEqual(plan, {
                differs: [name],
                paths: [name],
                replaces: [name, "id"].sort(),
                deletesFirst: false,
            });
        }
    });

    it("waits until RDS knows the role", async () => {
        const [cluster, role] = [await makeCluster(), await makeRole(trust.replace("rds.", "ec2."))];
        const given = { dbClusterIdentifier: cluster.id, roleArn: role.state.arn! };
        const making = plugin.create(ClusterRoleAssociation, given);
        await sleep(300);
        assert.deepEqual(await statuses(cluster.id), []);
        const trusting = { RoleName: role.id, PolicyDocument: trust };
        await aws.aws.iam.send(new UpdateAssumeRolePolicyCommand(trusting));
        await making;
        assert.deepEqual(await statuses(cluster.id), ["ACTIVE"]);
    });

    it("waits until the cluster is available", async () => {
        const given = await make();
        const cluster = { DBClusterIdentifier: given.dbClusterIdentifier };
        await aws.aws.rds.send(new StopDBClusterCommand(cluster));
        const making = plugin.create(ClusterRoleAssociation, given);
        await sleep(300);
        await aws.aws.rds.send(new StartDBClusterCommand(cluster));
        await making;
        assert.deepEqual(await statuses(given.dbClusterIdentifier), ["ACTIVE"]);
    });

    it("says what AWS says when waiting did not help", async () => {
        const [cluster, role] = [await makeCluster(), await makeRole(trust.replace("rds.", "ec2."))];
        const given = { dbClusterIdentifier: cluster.id, roleArn: role.state.arn! };
        await assert.rejects(
            plugin.create(ClusterRoleAssociation, given, 1),
            /RDS: AddRoleToDBCluster, .*, InvalidParameterValue: IAM role ARN value is invalid/,
        );
    });

    it("is refused at once where the cluster has the role already", async () => {
        const given = await make();
        await plugin.create(ClusterRoleAssociation, given);
        await assert.rejects(
            plugin.create(ClusterRoleAssociation, given),
            /RDS: AddRoleToDBCluster, .*, DBClusterRoleAlreadyExists: /,
        );
    });

    it("is gone when its deletion is done, and may be deleted twice", async () => {
        const made = await plugin.create(ClusterRoleAssociation, await make());
        await plugin.delete(ClusterRoleAssociation, made);
        assert.deepEqual(await statuses(made.inputs.dbClusterIdentifier as string), []);
        assert.equal(await plugin.refresh(ClusterRoleAssociation, made), undefined);
        await plugin.delete(ClusterRoleAssociation, made);
    });

    it("is gone when someone removed the role, or the cluster", async () => {
        const given = await make();
        const made = await plugin.create(ClusterRoleAssociation, given);
        const DBClusterIdentifier = given.dbClusterIdentifier;
        const association = { DBClusterIdentifier, RoleArn: given.roleArn as string };
        await aws.aws.rds.send(new RemoveRoleFromDBClusterCommand(association));
        while ((await statuses(DBClusterIdentifier)).length > 0);
        assert.equal(await plugin.refresh(ClusterRoleAssociation, made), undefined);

        await aws.aws.rds.send(new DeleteDBClusterCommand({ DBClusterIdentifier, SkipFinalSnapshot: true }));
        assert.equal(await plugin.refresh(ClusterRoleAssociation, made), undefined);
        await plugin.delete(ClusterRoleAssociation, made);
    });

    it("says what an id looks like", async () => {
        await assert.rejects(
            plugin.import(ClusterRoleAssociation, "sales"),
            /unexpected format for ID \(sales\), expected DBCLUSTERID,ROLEARN/,
        );
    });

    describe("while AWS takes its time", () => {
        let status = "ACTIVE";
        let proxy: RewritingProxy;
        let slow: PluginClient;
        before(async () => {
            proxy = await rewritingProxy(aws.endpoint, (answer) =>
                answer.replace("<Status>ACTIVE</Status>", `<Status>${status}</Status>`),
            );
            slow = await another({ ...environmentOf(aws), AWS_ENDPOINT_URL: proxy.endpoint });
        });
        after(() => proxy.close());

        it("waits until the role is ACTIVE", async () => {
            status = "PENDING";
            let isMade = false;
            const making = slow.create(ClusterRoleAssociation, await make()).then(() => (isMade = true));
            await sleep(500);
            assert.equal(isMade, false);
            status = "ACTIVE";
            await making;
        });

        it("is kept as made, with the reason, when the role is INVALID", async () => {
            status = "INVALID";
            const given = await make();
            const { message, partial } = await failureOf(slow.create(ClusterRoleAssociation, given));
            assert.equal(message, "unexpected state 'INVALID', wanted target 'ACTIVE'");
            const id = `${given.dbClusterIdentifier},${given.roleArn as string}`;
            assert.deepEqual(partial, {
                id,
                state: { ...given, featureName: "", region: "us-east-1" },
                reasons: [message],
            });
        });

        it("is kept as made when time is up", async () => {
            status = "PENDING";
            const { message, partial } = await failureOf(
                slow.create(ClusterRoleAssociation, await make(), 1),
            );
            assert.match(message, /^timed out after 1 s of waiting for the role of tf-.* to be ACTIVE$/);
            assert.ok(partial);
        });
    });

    it("stops waiting when the engine cancels", async () => {
        const own = await another(environmentOf(aws));
        const [cluster, role] = [await makeCluster(), await makeRole(trust.replace("rds.", "ec2."))];
        const given = { dbClusterIdentifier: cluster.id, roleArn: role.state.arn! };
        const making = assert.rejects(own.create(ClusterRoleAssociation, given), /cancelled while waiting/);
        await sleep(300);
        await own.cancel();
        await making;
    });

    describe("as a plugin older than 7.10.0", () => {
        let old: PluginClient;
        let parent: string;
        before(async () => {
            parent = await mkdtemp(join(tmpdir(), "aws-provider-"));
            const folder = join(parent, "resource-aws-v7.5.0");
            await cp(await awsPlugin(), folder, { recursive: true });
            old = await another(environmentOf(aws), folder);
        });
        after(() => rm(parent, { recursive: true }));

        it("needs a feature name, which may be empty", async () => {
            const given = await make();
            assert.deepEqual(Object.keys(await old.mistakes(ClusterRoleAssociation, given)), ["featureName"]);
            const { state } = await old.create(ClusterRoleAssociation, { ...given, featureName: "" });
            assert.equal(state.featureName, "");
        });
    });
});
