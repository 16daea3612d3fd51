import {
    AddTagsToResourceCommand,
    CreateDBClusterParameterGroupCommand,
    ListTagsForResourceCommand,
    type Tag,
} from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { createCluster, useEmulator } from "./builders";

const tags = (record: Record<string, string>): Tag[] =>
    Object.entries(record).map(([Key, Value]) => ({ Key, Value }));
const many = (count: number, prefix = "k") =>
    tags(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, "v"])));

const invalid = (message: string | RegExp) => ({ name: "InvalidParameterValue", message });
const tooMany = invalid("A resource can have a maximum of 50 tags.");

// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html
for (const kind of ["cluster", "cluster-pg"] as const) {
    describe(`Tags of an emulated ${kind === "cluster" ? "DB cluster" : "DB cluster parameter group"}`, () => {
        const emulator = useEmulator();
        const ResourceName = `arn:aws:rds:us-east-1:123456789012:${kind}:sales`;

        async function create(Tags: Tag[]): Promise<void> {
            if (kind === "cluster") return void (await createCluster(emulator().aws, { Tags }));
            const group = {
                DBClusterParameterGroupName: "sales",
                DBParameterGroupFamily: "aurora-mysql8.0",
                Description: "of a test",
                Tags,
            };
            await emulator().aws.rds.send(new CreateDBClusterParameterGroupCommand(group));
        }
        async function tag(Tags: Tag[]): Promise<void> {
            await emulator().aws.rds.send(new AddTagsToResourceCommand({ ResourceName, Tags }));
        }
        async function listed(): Promise<Tag[] | undefined> {
            const command = new ListTagsForResourceCommand({ ResourceName });
            return (await emulator().aws.rds.send(command)).TagList;
        }

        it("may have keys that differ in case only", async () => {
            const both = tags({ Environment: "a", environment: "b" });
            await create(both);
            assert.deepEqual(await listed(), both);
        });

        it("are fifty at most", async () => {
            await assert.rejects(create(many(51)), tooMany);
            assert.deepEqual(await emulator().leftovers(), []);
            await create(many(50));
            await tag(many(50));
            await assert.rejects(tag(tags({ one: "more" })), tooMany);
            assert.deepEqual(await listed(), many(50));
        });

        const unfit: [string, Record<string, string>, string | undefined][] = [
            // https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds/issues/239
            ["AWS's own key", { "aws:team": "a" }, 'Tag keys cannot start with the reserved prefix "aws:".'],
            ["RDS's own key", { "rds:team": "a" }, 'Tag keys cannot start with the reserved prefix "rds:".'],
            [
                "AWS's own value",
                { team: "AWS:a" },
                'Tag values cannot start with the reserved prefix "aws:".',
            ],
            [
                // https://github.com/cloud-custodian/cloud-custodian/issues/2115
                "a comma",
                { team: "a,b" },
                "Tag values may only contain unicode letters, digits, whitespace, or one of these symbols: _ . : / = + \\ - @",
            ],
            ["no key", { "": "a" }, "Tag keys must have 1 to 128 characters."],
            [
                "a value of 257 characters",
                { team: "a".repeat(257) },
                "Tag values must have 0 to 256 characters.",
            ],
            ["no value", { team: "" }, undefined],
            ["letters of other alphabets", { "équipe 5": "販売 _.:/=+-@" }, undefined],
        ];
        for (const [what, given, message] of unfit) {
            it(`${message ? "are refused" : "are taken"} with ${what}`, async () => {
                const created = create(tags(given));
                if (message) await assert.rejects(created, invalid(message));
                else {
                    await created;
                    assert.deepEqual(await listed(), tags(given));
                }
            });
        }
    });
}
