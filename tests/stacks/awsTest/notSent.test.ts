import assert from "node:assert/strict";
import { tablesOf } from "./tablesOf";
import { AwsTest, type Ended } from "./testRun";

describe("npm run test:aws, where RDS sends no source keys and a cluster cannot be deleted", () => {
    let test: AwsTest;
    let ended: Ended;
    before(async () => {
        test = await AwsTest.begin("not sent");
        // It tries twice.
        await test.aws.failNext({ operation: "rds:DeleteDBCluster", error: "AccessDenied", times: 2 });
        ended = await test.run("--yes");
    });
    after(() => test.end());

    it("finds that statements fail with Required alone", () => {
        const [statements, questions] = tablesOf(ended.output);
        const row = statements!.find(([title]) => title === "LOAD DATA FROM S3 FILE");
        const error = "S3 API returned error: Missing Credentials: Cannot instantiate S3 Client";
        assert.deepEqual(row, [
            "LOAD DATA FROM S3 FILE",
            "as expected",
            `not as expected: ${error}`,
            "as expected",
        ]);
        assert.deepEqual(questions![1], [
            "Does RDS send aws:SourceAccount and aws:SourceArn for Aurora MySQL?",
            "no, or not with these values",
            `7 of 7 statements succeed with IfExists and fail with Required. LOAD DATA FROM S3 FILE: ${error}`,
        ]);
    });

    it("says what is not deleted, and how to delete it", async () => {
        assert.equal(ended.exitCode, 1);
        assert.match(ended.output, /NOT EVERYTHING WAS DELETED, AND IT COSTS MONEY: .*DeleteDBCluster/);
        assert.equal((await test.runs()).length, 1);
    });

    it("deletes it with --destroy", async () => {
        const { exitCode, output } = await test.run("--destroy", "--yes");
        assert.equal(exitCode, 0, output);
        assert.deepEqual(await test.aws.leftovers(), []);
        assert.deepEqual(await test.runs(), []);
    });
});
