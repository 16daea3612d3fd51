import {
    AddRoleToDBClusterCommand,
    type RDSServiceException,
    RemoveRoleFromDBClusterCommand,
    StopDBClusterCommand,
} from "@aws-sdk/client-rds";
import { DeleteRoleCommand } from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { createCluster, createRole, describeCluster, trustIn, trustOf, useEmulator } from "./builders";

const postgres = { Engine: "aurora-postgresql", EngineVersion: "16.4" };

describe("IAM roles of an emulated DB cluster", () => {
    const emulator = useEmulator();

    async function add(RoleArn: string, FeatureName?: string): Promise<void> {
        const { rds } = emulator().aws;
        await rds.send(new AddRoleToDBClusterCommand({ DBClusterIdentifier: "sales", RoleArn, FeatureName }));
    }

    async function remove(RoleArn: string, FeatureName?: string): Promise<void> {
        const role = { DBClusterIdentifier: "sales", RoleArn, FeatureName };
        await emulator().aws.rds.send(new RemoveRoleFromDBClusterCommand(role));
    }

    async function roles(): Promise<unknown[] | undefined> {
        return (await describeCluster(emulator().aws)).AssociatedRoles;
    }

    it("are pending until the cluster was described once, then active", async () => {
        const arn = await createRole(emulator().aws, "loader");
        await createCluster(emulator().aws);
        await add(arn);
        assert.deepEqual(await roles(), [{ RoleArn: arn, Status: "PENDING" }]);
        assert.deepEqual(await roles(), [{ RoleArn: arn, Status: "ACTIVE" }]);
    });

    it("stay listed until the cluster was described once after their removal", async () => {
        const arn = await createRole(emulator().aws, "loader");
        await createCluster(emulator().aws);
        await add(arn);
        await roles();
        await remove(arn);
        assert.deepEqual(await roles(), [{ RoleArn: arn, Status: "PENDING" }]);
        assert.deepEqual(await roles(), []);
    });

    it("may be several without a feature name on Aurora MySQL", async () => {
        const arns = [await createRole(emulator().aws, "loader"), await createRole(emulator().aws, "writer")];
        await createCluster(emulator().aws);
        for (const arn of arns) await add(arn);
        assert.deepEqual(
            await roles(),
            arns.map((RoleArn) => ({ RoleArn, Status: "PENDING" })),
        );
    });

    it("keep their feature names on Aurora PostgreSQL", async () => {
        const loader = await createRole(emulator().aws, "loader");
        const writer = await createRole(emulator().aws, "writer");
        await createCluster(emulator().aws, postgres);
        await add(loader, "s3Import");
        await add(writer, "s3Export");
        assert.deepEqual(await roles(), [
            { RoleArn: loader, FeatureName: "s3Import", Status: "PENDING" },
            { RoleArn: writer, FeatureName: "s3Export", Status: "PENDING" },
        ]);
    });

    it("are associated at creation as they are later", async () => {
        const arn = await createRole(emulator().aws, "loader");
        const { AssociatedRoles } = await createCluster(emulator().aws, {
            AssociatedRoles: [{ RoleArn: arn }],
        });
        assert.deepEqual(AssociatedRoles, [{ RoleArn: arn, Status: "PENDING" }]);
        await roles();
        assert.deepEqual(await roles(), [{ RoleArn: arn, Status: "ACTIVE" }]);
    });

    it("leave no cluster behind when one of them is refused at creation", async () => {
        const roles = [{ RoleArn: "arn:aws:iam::123456789012:role/missing" }];
        await assert.rejects(createCluster(emulator().aws, { AssociatedRoles: roles }));
        assert.deepEqual(await emulator().leftovers(), []);
    });

    it("are invalid once IAM has lost them", async () => {
        const arn = await createRole(emulator().aws, "loader");
        await createCluster(emulator().aws);
        await add(arn);
        await roles();
        await emulator().aws.iam.send(new DeleteRoleCommand({ RoleName: "loader" }));
        assert.deepEqual(await roles(), [{ RoleArn: arn, Status: "INVALID" }]);
    });

    it("are refused when the cluster has them already", async () => {
        const arn = await createRole(emulator().aws, "loader");
        await createCluster(emulator().aws, postgres);
        await add(arn, "s3Import");
        await assert.rejects(add(arn, "s3Export"), {
            name: "DBClusterRoleAlreadyExistsFault",
            message: `Role ARN ${arn} is already associated with DB Cluster: sales. Verify your role ARN and try again.`,
        });
    });

    it("are still there for a second association while they are being removed", async () => {
        const arn = await createRole(emulator().aws, "loader");
        await createCluster(emulator().aws);
        await add(arn);
        await remove(arn);
        await assert.rejects(add(arn), { name: "DBClusterRoleAlreadyExistsFault" });
    });

    it("are five at most", async () => {
        await createCluster(emulator().aws);
        for (const name of ["a", "b", "c", "d", "e"]) await add(await createRole(emulator().aws, name));
        const sixth = await createRole(emulator().aws, "f");
        await assert.rejects(add(sixth), {
            name: "DBClusterRoleQuotaExceededFault",
            message:
                "You have exceeded the maximum number of IAM roles that can be associated with the specified DB cluster.",
        });
    });

    it("cannot be removed from a cluster that does not have them", async () => {
        const arn = await createRole(emulator().aws, "loader");
        await createCluster(emulator().aws);
        await assert.rejects(remove(arn), {
            name: "DBClusterRoleNotFoundFault",
            message: `Role ARN ${arn} cannot be found for DB Cluster: sales. Verify your role ARN and try again.`,
        });
    });

    it("cannot be removed under another feature name", async () => {
        const arn = await createRole(emulator().aws, "loader");
        await createCluster(emulator().aws, postgres);
        await add(arn, "s3Import");
        await assert.rejects(remove(arn, "s3Export"), { name: "DBClusterRoleNotFoundFault" });
    });

    for (const [change, call] of [
        ["added to", add],
        ["removed from", remove],
    ] as const) {
        it(`cannot be ${change} a cluster that does not exist`, async () => {
            const arn = await createRole(emulator().aws, "loader");
            await assert.rejects(call(arn), { name: "DBClusterNotFoundFault" });
        });
    }

    it("cannot be added to a cluster that is stopped", async () => {
        const arn = await createRole(emulator().aws, "loader");
        await createCluster(emulator().aws);
        await emulator().aws.rds.send(new StopDBClusterCommand({ DBClusterIdentifier: "sales" }));
        await assert.rejects(add(arn), {
            name: "InvalidDBClusterStateFault",
            message:
                "DB Cluster sales is not available for IAM role association, disassociation, or updates. Current DB cluster status: stopped",
        });
    });

    // https://github.com/serverless/serverless/issues/3374 and others: every service says it so.
    const crossAccount = { name: "AccessDenied", message: "Cross-account pass role is not allowed." };

    it("are refused when they are another account's", async () => {
        const arn = await createRole(emulator().otherAccount("210987654321"), "loader");
        await createRole(emulator().aws, "loader");
        await createCluster(emulator().aws);
        await assert.rejects(add(arn), (error: RDSServiceException) => {
            assert.equal(error.$metadata.httpStatusCode, 403);
            return true;
        });
        await assert.rejects(add(arn), crossAccount);
        assert.deepEqual(await roles(), []);
    });

    it("are refused when they are another account's before there is a look at the cluster", async () => {
        await assert.rejects(add("arn:aws:iam::210987654321:role/loader"), crossAccount);
    });

    it("leave no cluster behind when one of them is another account's", async () => {
        const foreign = { AssociatedRoles: [{ RoleArn: "arn:aws:iam::210987654321:role/loader" }] };
        await assert.rejects(createCluster(emulator().aws, foreign), crossAccount);
        assert.deepEqual(await emulator().leftovers(), []);
    });

    const cannotBeAssumed = {
        name: "InvalidParameterValue",
        message: "IAM role ARN value is invalid or does not include the required permissions",
    };

    for (const arn of [
        "arn:aws:iam::123456789012:role/missing",
        "arn:aws-cn:iam::123456789012:role/loader",
        "loader",
    ]) {
        it(`are refused when IAM does not know them: ${arn}`, async () => {
            await createRole(emulator().aws, "loader");
            await createCluster(emulator().aws);
            await assert.rejects(add(arn), cannotBeAssumed);
        });
    }

    for (const [whom, trust] of [
        ["another service", trustOf("monitoring.rds.amazonaws.com")],
        ["an account", trustIn({ AWS: "123456789012" })],
        ["everyone, but no service", trustIn("*")],
    ] as const) {
        it(`are refused when their trust policy names ${whom}`, async () => {
            const arn = await createRole(emulator().aws, "monitoring", trust);
            await createCluster(emulator().aws);
            await assert.rejects(add(arn), cannotBeAssumed);
        });
    }

    const featureNames = [
        ["aurora-mysql", "s3Import", "The feature name s3Import is not valid for the engine Aurora MySQL."],
        ["aurora-mysql", "bedrock", undefined],
        ["aurora-mysql", "", undefined],
        [
            "aurora-postgresql",
            undefined,
            "The feature-name parameter must be provided with the current operation for the Aurora (PostgreSQL) engine.",
        ],
        [
            "aurora-postgresql",
            "s3Load",
            "The feature name s3Load is not valid for the engine Aurora (PostgreSQL).",
        ],
        ["aurora-postgresql", "s3Import", undefined],
    ] as const;
    for (const [Engine, feature, message] of featureNames) {
        const given = feature === undefined ? "no feature name" : `the feature name "${feature}"`;
        it(`${message ? "are refused" : "are taken"} with ${given} on ${Engine}`, async () => {
            const arn = await createRole(emulator().aws, "loader");
            await createCluster(emulator().aws, { Engine });
            if (message) await assert.rejects(add(arn, feature), { name: "InvalidParameterValue", message });
            else await add(arn, feature);
        });
    }
});
