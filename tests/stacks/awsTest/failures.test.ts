import { DeleteDBInstanceCommand } from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { descendantsOf, kill } from "../../support/engine/processes";
import type { Hold } from "../../support/emulator/faults";
import { AwsTest, type Started } from "./testRun";

describe("npm run test:aws, if something goes wrong", () => {
    let test: AwsTest;
    before(async () => (test = await AwsTest.begin()));
    afterEach(() => test.aws.clearFaults());
    after(() => test.end());

    async function isClean(): Promise<void> {
        assert.deepEqual(await test.aws.leftovers(), []);
        assert.deepEqual(await test.runs(), []);
    }

    it("deletes what it has created when the deployment fails, and tries that twice", async () => {
        await test.aws.failNext({ operation: "rds:CreateDBInstance", error: "AccessDenied" });
        await test.aws.failNext({ operation: "rds:DeleteDBCluster", error: "AccessDenied" });
        const { exitCode, output } = await test.run("--yes");
        assert.equal(exitCode, 1);
        assert.match(
            output,
            /The test cannot go on: pulumi up failed: .*RDS: CreateDBInstance, .* AccessDenied/,
        );
        assert.match(output, /Trying again, as not everything could be deleted: .*DeleteDBCluster/);
        await isClean();
    });

    it("deletes what it has created when it is interrupted", async () => {
        const hold = await test.aws.hold({ operation: "rds:CreateDBInstance" });
        const started = test.start("--yes");
        const { child, ended, output } = started;
        await arrival(hold, started);
        child.kill("SIGINT");
        await until(() => output().includes("Interrupted."));
        await hold.release();
        const { exitCode } = await ended;
        assert.equal(exitCode, 1, output());
        assert.match(output(), /Deleted aurora-s3-test-[0-9a-f]{8}\./);
        await isClean();
    });

    it("says what to do when it was killed, until all is deleted", async () => {
        const hold = await test.aws.hold({ operation: "rds:CreateDBInstance" });
        const started = test.start("--yes");
        const { child, ended, output: printed } = started;
        await arrival(hold, started);
        await until(() => /ClusterInstance \S+-mysql created/.test(printed()));
        await sleep(500);
        const descendants = descendantsOf(child.pid!).map(({ pid }) => pid);
        kill([child.pid!, ...descendants]);
        await ended;
        // AWS has created an instance that no state knows.
        await hold.release();
        const [name] = await test.runs();

        const failed = await test.run("--destroy", "--yes");
        assert.equal(failed.exitCode, 1);
        assert.match(failed.output, /NOT EVERYTHING WAS DELETED, AND IT COSTS MONEY: .*-postgresql/);
        assert.match(failed.output, /^npm run test:aws -- --destroy --yes$/m);
        assert.match(failed.output, /^'.*\/pulumi' destroy --stack test --yes$/m);
        assert.deepEqual(await test.runs(), [name]);

        const instances = (await test.aws.leftovers()).filter((each) => each.includes(" instance "));
        for (const each of instances) {
            const DBInstanceIdentifier = each.split(":").at(-1);
            await test.aws.aws.rds.send(new DeleteDBInstanceCommand({ DBInstanceIdentifier }));
        }
        const { exitCode, output } = await test.run("--destroy", "--yes");
        assert.equal(exitCode, 0, output);
        await isClean();
    });
});

/** The run must not end before. */
async function arrival(hold: Hold, { ended }: Started): Promise<void> {
    const early = ended.then(({ output }) => assert.fail(output));
    await Promise.race([hold.arrived(), early]);
    early.catch(() => undefined);
}

async function until(condition: () => boolean): Promise<void> {
    while (!condition()) await sleep(20);
}
