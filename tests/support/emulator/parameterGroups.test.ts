import {
    AddTagsToResourceCommand,
    DeleteDBClusterCommand,
    DeleteDBClusterParameterGroupCommand,
    DescribeDBClusterParameterGroupsCommand,
    DescribeDBClusterParametersCommand,
    DescribeEngineDefaultClusterParametersCommand,
    ListTagsForResourceCommand,
    ModifyDBClusterParameterGroupCommand,
    type Parameter,
    RemoveTagsFromResourceCommand,
    ResetDBClusterParameterGroupCommand,
} from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { createCluster, createParameterGroup, useEmulator } from "./builders";

const role = "arn:aws:iam::123456789012:role/loader";
const s3Role: Parameter = {
    ParameterName: "aws_default_s3_role",
    ParameterValue: role,
    ApplyMethod: "immediate",
};
const binlog: Parameter = {
    ParameterName: "binlog_format",
    ParameterValue: "ROW",
    ApplyMethod: "pending-reboot",
};

describe("Emulated DB cluster parameter groups", () => {
    const emulator = useEmulator();
    const group = { DBClusterParameterGroupName: "sales" };

    async function modify(...Parameters: Parameter[]): Promise<void> {
        await emulator().aws.rds.send(new ModifyDBClusterParameterGroupCommand({ ...group, Parameters }));
    }

    async function parameters(Source?: string): Promise<Parameter[] | undefined> {
        const command = new DescribeDBClusterParametersCommand({ ...group, Source });
        return (await emulator().aws.rds.send(command)).Parameters;
    }

    async function reset(what: { ResetAllParameters?: true; Parameters?: Parameter[] }): Promise<void> {
        await emulator().aws.rds.send(new ResetDBClusterParameterGroupCommand({ ...group, ...what }));
    }

    async function remove(): Promise<void> {
        await emulator().aws.rds.send(new DeleteDBClusterParameterGroupCommand(group));
    }

    it("have the parameters of their family, which can be asked for without a group", async () => {
        const family = { DBParameterGroupFamily: "aurora-mysql8.4" };
        const command = new DescribeEngineDefaultClusterParametersCommand(family);
        const { EngineDefaults } = await emulator().aws.rds.send(command);
        const names = EngineDefaults?.Parameters?.map(({ ParameterName }) => ParameterName);
        assert.deepEqual(
            names?.filter((name) => name?.includes("s3")),
            ["aws_default_s3_role"],
        );
    });

    it("keep their family and description", async () => {
        await createParameterGroup(emulator().aws, "sales", "aurora-postgresql16");
        const { DBClusterParameterGroups } = await emulator().aws.rds.send(
            new DescribeDBClusterParameterGroupsCommand(group),
        );
        assert.deepEqual(DBClusterParameterGroups, [
            {
                ...group,
                DBParameterGroupFamily: "aurora-postgresql16",
                Description: "of a test",
                DBClusterParameterGroupArn: "arn:aws:rds:us-east-1:123456789012:cluster-pg:sales",
            },
        ]);
    });

    it("hold tags that can be added and removed", async () => {
        await createParameterGroup(emulator().aws, "sales");
        const ResourceName = "arn:aws:rds:us-east-1:123456789012:cluster-pg:sales";
        const { rds } = emulator().aws;
        const Tags = [
            { Key: "team", Value: "sales" },
            { Key: "stage", Value: "test" },
        ];
        await rds.send(new AddTagsToResourceCommand({ ResourceName, Tags }));
        await rds.send(new RemoveTagsFromResourceCommand({ ResourceName, TagKeys: ["team"] }));
        const { TagList } = await rds.send(new ListTagsForResourceCommand({ ResourceName }));
        assert.deepEqual(TagList, [{ Key: "stage", Value: "test" }]);
    });

    it("give back what a user has set, with its apply method", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await modify(s3Role, binlog);
        assert.deepEqual(await parameters("user"), [
            { ...s3Role, Source: "user" },
            { ...binlog, Source: "user" },
        ]);
    });

    it("hold one value for a parameter that is set twice", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await modify(s3Role);
        await modify({ ...s3Role, ParameterValue: `${role}2`, ApplyMethod: "pending-reboot" });
        assert.deepEqual(await parameters("user"), [
            { ...s3Role, ParameterValue: `${role}2`, ApplyMethod: "pending-reboot", Source: "user" },
        ]);
    });

    it("list nothing that a user has set among the engine's defaults", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await modify(s3Role);
        assert.deepEqual(await parameters("engine-default"), [
            { ParameterName: "activate_all_roles_on_login", Source: "engine-default", IsModifiable: true },
            { ParameterName: "binlog_row_metadata", Source: "engine-default", IsModifiable: true },
        ]);
    });

    it("list the engine's defaults after what a user has set, and in a default group nothing else", async () => {
        await createParameterGroup(emulator().aws, "sales", "aurora-mysql5.7");
        await modify({ ...s3Role, ParameterName: "aurora_load_from_s3_role" });
        const listed = async (DBClusterParameterGroupName: string) => {
            const command = new DescribeDBClusterParametersCommand({ DBClusterParameterGroupName });
            const { Parameters = [] } = await emulator().aws.rds.send(command);
            return Parameters.map(({ ParameterName, Source }) => `${ParameterName} ${Source}`);
        };
        const others = [
            "aurora_select_into_s3_role engine-default",
            "aws_default_s3_role engine-default",
            "innodb_undo_logs engine-default",
        ];
        assert.deepEqual(await listed("sales"), ["aurora_load_from_s3_role user", ...others]);
        assert.deepEqual(await listed("default.aurora-mysql5.7"), [
            "aurora_load_from_s3_role engine-default",
            ...others,
        ]);
    });

    it("lose the parameters that are reset", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await modify(s3Role, binlog);
        await reset({ Parameters: [{ ParameterName: "binlog_format", ApplyMethod: "pending-reboot" }] });
        assert.deepEqual(await parameters("user"), [{ ...s3Role, Source: "user" }]);
    });

    it("lose every parameter when all are reset", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await modify(s3Role, binlog);
        await reset({ ResetAllParameters: true });
        assert.deepEqual(await parameters("user"), []);
    });

    const contradictions: [string, Parameters<typeof reset>[0]][] = [
        ["neither all parameters nor any", {}],
        ["all parameters and some", { ResetAllParameters: true, Parameters: [binlog] }],
    ];
    for (const [given, what] of contradictions) {
        it(`refuse to reset ${given}`, async () => {
            await createParameterGroup(emulator().aws, "sales");
            await assert.rejects(reset(what), { name: "InvalidParameterCombination" });
        });
    }

    const parametersOfFamilies = [
        ["aurora-mysql8.0", "aws_default_s3_role", true],
        ["aurora-mysql8.0", "aurora_load_from_s3_role", false],
        ["aurora-mysql8.0", "aurora_select_into_s3_role", false],
        ["aurora-mysql5.7", "aws_default_s3_role", true],
        ["aurora-mysql5.7", "aurora_load_from_s3_role", true],
        ["aurora-mysql5.7", "aurora_select_into_s3_role", true],
        ["aurora-postgresql16", "aws_default_s3_role", false],
        ["aurora-mysql8.0", "activate_all_roles_on_login", true],
        ["aurora-mysql5.7", "activate_all_roles_on_login", false],
        ["aurora-mysql8.0", "time zone", false],
        ["aurora-mysql8.0", "Time_Zone", false],
        ["aurora-mysql8.0", "time_zone", true],
    ] as const;
    for (const [family, parameter, known] of parametersOfFamilies) {
        it(`${known ? "know" : "refuse"} ${parameter} in the family ${family}`, async () => {
            await createParameterGroup(emulator().aws, "sales", family);
            const modified = modify({ ...s3Role, ParameterName: parameter });
            if (known) await modified;
            else {
                const message = `Could not find parameter with name: ${parameter}`;
                await assert.rejects(modified, { name: "InvalidParameterValue", message });
            }
        });
    }

    // "Modifiable: No" in https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Reference.ParameterGroups.html
    it("refuse a parameter that cannot be modified", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await assert.rejects(modify({ ...binlog, ParameterName: "innodb_page_size" }), {
            name: "InvalidParameterValue",
            message: "The parameter innodb_page_size cannot be modified.",
        });
    });

    // https://github.com/hashicorp/terraform-provider-aws/issues/216
    it("refuse to apply a static parameter at once, and leave the group as it was", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await assert.rejects(modify(s3Role, { ...binlog, ApplyMethod: "immediate" }), {
            name: "InvalidParameterCombination",
            message: "cannot use immediate apply method for static parameter",
        });
        assert.deepEqual(await parameters("user"), []);
    });

    it("take twenty parameters in one call", async () => {
        await createParameterGroup(emulator().aws, "sales");
        const many = Array.from({ length: 21 }, (_, i) => ({ ...binlog, ParameterName: `parameter_${i}` }));
        await modify(...many.slice(1));
        await assert.rejects(modify(...many), {
            name: "InvalidParameterValue",
            message: "A maximum of 20 parameters can be modified in a single request.",
        });
    });

    it("have a name in lowercase, however it was given", async () => {
        await createParameterGroup(emulator().aws, "Sales-EU");
        const { DBClusterParameterGroups } = await emulator().aws.rds.send(
            new DescribeDBClusterParameterGroupsCommand({}),
        );
        assert.deepEqual(
            DBClusterParameterGroups!.map((each) => each.DBClusterParameterGroupName),
            ["sales-eu"],
        );
    });

    it("are refused without a description", async () => {
        await assert.rejects(createParameterGroup(emulator().aws, "sales", "aurora-mysql8.0", ""), {
            name: "InvalidParameterValue",
            message: "The parameter Description must be provided and must not be blank.",
        });
    });

    it("are refused when one of that name exists", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await assert.rejects(createParameterGroup(emulator().aws, "Sales"), {
            name: "DBParameterGroupAlreadyExistsFault",
        });
    });

    for (const name of ["1sales", "sales-", "sa--les", "sales_eu", "s".repeat(256)]) {
        it(`are refused under the name ${name.slice(0, 10)}`, async () => {
            await assert.rejects(createParameterGroup(emulator().aws, name), {
                name: "InvalidParameterValue",
            });
        });
    }

    // https://github.com/terraform-aws-modules/terraform-aws-rds/issues/173
    for (const family of [
        "aurora-mysql",
        "aurora5.6x",
        "mysql8.0",
        "aurora-mysql8",
        "aurora-postgresql16.4",
    ]) {
        it(`are refused for the family ${family}, which is none of Aurora's`, async () => {
            await assert.rejects(createParameterGroup(emulator().aws, "sales", family), {
                name: "InvalidParameterValue",
                message: `ParameterGroupFamily ${family} is not a valid parameter group family`,
            });
        });
    }

    // https://github.com/awsdocs/amazon-rds-user-guide/issues/14, https://github.com/ankane/pghero/issues/66
    it("of AWS's own can be neither modified nor deleted", async () => {
        const group = { DBClusterParameterGroupName: "default.aurora-mysql8.0" };
        const { rds } = emulator().aws;
        const change = new ModifyDBClusterParameterGroupCommand({ ...group, Parameters: [s3Role] });
        await assert.rejects(rds.send(change), {
            name: "InvalidParameterValue",
            message: "Cannot modify a default parameter group.",
        });
        await assert.rejects(rds.send(new DeleteDBClusterParameterGroupCommand(group)), {
            name: "InvalidDBParameterGroupStateFault",
            message: "Default DBClusterParameterGroup cannot be deleted: default.aurora-mysql8.0",
        });
    });

    it("cannot be deleted while a cluster uses them", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await createCluster(emulator().aws, { DBClusterParameterGroupName: "sales" });
        await assert.rejects(remove(), {
            name: "InvalidDBParameterGroupStateFault",
            message:
                "One or more database instances are still members of this parameter group sales, so the group cannot be deleted",
        });
    });

    it("can be deleted when the last cluster that used them is gone", async () => {
        await createParameterGroup(emulator().aws, "sales");
        await createCluster(emulator().aws, { DBClusterParameterGroupName: "sales" });
        await emulator().aws.rds.send(
            new DeleteDBClusterCommand({ DBClusterIdentifier: "sales", SkipFinalSnapshot: true }),
        );
        await remove();
        assert.deepEqual(await emulator().leftovers(), []);
    });

    for (const [call, what] of [
        ["modified", () => modify(s3Role)],
        ["reset", () => reset({ ResetAllParameters: true })],
        ["described", () => parameters()],
        ["deleted", () => remove()],
    ] as const) {
        it(`cannot be ${call} when there is none of that name`, async () => {
            await assert.rejects(what(), { name: "DBParameterGroupNotFoundFault" });
        });
    }
});
