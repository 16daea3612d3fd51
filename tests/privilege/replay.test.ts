import { PutObjectCommand } from "@aws-sdk/client-s3";
import assert from "node:assert/strict";
import { useDeployed } from "./deployed";
import { encrypt, encryptions, keepVersions, type Encryption } from "./replay/encryption";
import { loadFromTwoBuckets } from "./replay/imports";
import { firstThatNeeds, nameOf, replay, replayAll } from "./replay/replay";
import { replayed } from "./replay/replayed";
import { roleWith, statementsOf } from "./roleWith";
import { buckets } from "./surroundings";

describe("what Aurora does", function () {
    this.timeout(120_000);
    const deployed = useDeployed();

    before(() => keepVersions(deployed().aws.aws));
    after(() => encrypt(deployed().aws.aws, deployed().keys, "without a KMS key"));

    for (const { title, statements, bucket, ...of } of replayed) {
        for (const encryption of Object.keys(encryptions) as Encryption[]) {
            it(`is allowed, call by call, ${encryption}: ${title}`, async () => {
                const { aws, keys, roleOf } = deployed();
                await encrypt(aws.aws, keys, encryption);
                const aurora = await aws.assumeRole(roleOf(of));
                const denied = await replayAll(aws.aws, aurora, bucket, statements);
                assert.deepEqual(denied, Object.fromEntries(statements.map(({ sql }) => [sql, undefined])));
            });
        }

        it(`needs every action that is granted, and no other: ${title}`, async () => {
            const { roleOf, documentsOf } = deployed();
            const granted = statementsOf(await documentsOf(roleOf(of))).flatMap(({ Action }) => Action);
            const steps = statements.flatMap(({ steps }) => steps);
            const needed = new Set(steps.flatMap(({ needs, uses }) => [...needs, ...uses]));
            assert.deepEqual([...granted].sort(), [...needed].sort());
        });

        it(`fails at the call that the table names, without any one of the actions: ${title}`, async () => {
            const { aws, keys, roleOf, documentsOf } = deployed();
            await encrypt(aws.aws, keys, "with SSE-KMS");
            const granted = statementsOf(await documentsOf(roleOf(of)));
            for (const without of granted.flatMap(({ Action }) => Action)) {
                const left = granted
                    .map((grant) => ({ ...grant, Action: grant.Action.filter((each) => each !== without) }))
                    .filter(({ Action }) => Action.length > 0);
                const aurora = await roleWith(aws, left);
                const found = await replayAll(aws.aws, aurora, bucket, statements);
                const expected = statements.map((each) => [each.sql, firstThatNeeds(each, without)] as const);
                assert.deepEqual(found, Object.fromEntries(expected), without);
                assert.ok(Object.values(found).some(Boolean), `no call needs ${without}`);
            }
        });
    }

    it("includes a manifest that names a file in another bucket, only if that is in importFrom too", async () => {
        const { aws, keys, roleOf } = deployed();
        await encrypt(aws.aws, keys, "with SSE-KMS");
        const Key = "incoming/orders-2.csv";
        await aws.aws.s3.send(new PutObjectCommand({ Bucket: buckets.other, Key, Body: "1,2,3\n" }));
        const found: Record<string, string | undefined> = {};
        for (const feature of ["load", "twoBuckets"] as const) {
            const aurora = await aws.assumeRole(roleOf({ feature }));
            found[feature] = await replay(aws.aws, aurora, "raw", loadFromTwoBuckets);
        }
        const inOther = loadFromTwoBuckets.steps.at(-1)!;
        assert.deepEqual(found, { load: nameOf(inOther), twoBuckets: undefined });
    });
});
