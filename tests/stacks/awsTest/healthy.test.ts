import { DescribeVpcsCommand } from "@aws-sdk/client-ec2";
import assert from "node:assert/strict";
import { createBucket, createCluster, createRole } from "../../support/emulator/builders";
import { tablesOf } from "./tablesOf";
import { AwsTest, type Ended } from "./testRun";

describe("npm run test:aws, on the emulated AWS", () => {
    let test: AwsTest;
    let before_: string[];
    let ended: Ended;
    let tables: string[][][];
    before(async () => {
        test = await AwsTest.begin();
        // Of somebody else.
        await createBucket(test.aws.aws, "sales", "incoming/orders.csv");
        await createCluster(test.aws.aws);
        await createRole(test.aws.aws, "loader");
        before_ = await test.aws.leftovers();
        ended = await test.run("--yes");
        tables = tablesOf(ended.output);
    });
    after(() => test.end());

    it("says first what it creates, where, and what that costs", () => {
        const [said] = ended.output.split("sourceConditions: IfExists");
        assert.match(said!, /in the AWS account 123456789012, in us-east-1:/);
        assert.match(
            said!,
            /Time: about 45 minutes\. Cost: about 0\.30 USD, [^]*https:\/\/aws\.amazon\.com\/rds\/aurora\/pricing\//,
        );
        assert.match(said!, /scheduled for deletion in 7 days/);
    });

    it("tries each statement with each of the sourceConditions", () => {
        const always = [
            "LOAD DATA FROM S3 FILE",
            "LOAD DATA FROM S3 FILE, single object in scope",
            "LOAD DATA FROM S3 PREFIX",
            "LOAD DATA FROM S3 MANIFEST",
            "LOAD XML FROM S3 FILE",
            "LOAD DATA FROM S3 FILE, object out of scope",
            "LOAD DATA FROM S3 FILE, next to a single object in scope",
            "SELECT INTO OUTFILE S3, MANIFEST ON",
            "SELECT INTO OUTFILE S3, OVERWRITE ON",
            "SELECT INTO OUTFILE S3, object out of scope",
            "aws_s3.table_import_from_s3",
            "aws_s3.table_import_from_s3, single object in scope",
            "aws_s3.table_import_from_s3, object out of scope",
            "aws_s3.query_export_to_s3",
            "aws_s3.query_export_to_s3, overwriting",
            "aws_s3.query_export_to_s3, object out of scope",
        ].map((title) => [title, "as expected", "as expected", "as expected"]);
        const once = ["SELECT INTO OUTFILE S3, large", "aws_s3.query_export_to_s3, large"].map((title) => [
            title,
            "as expected",
            "",
            "",
        ]);
        assert.deepEqual(tables[0]!.slice(1).sort(), [...always, ...once].sort());
        assert.deepEqual(tables[0]![0], ["statement", "IfExists", "Required", "None"]);
    });

    it("answers the open questions", () => {
        const answers: Record<string, string> = {};
        for (const [question, answer] of tables[1]!.slice(1)) answers[question!] = answer!;
        const mysqlError = "S3 API returned error: Access Denied";
        const postgresqlError = "ERROR: HTTP 403. Access Denied";
        const error = "What is the error of a denied statement?";
        assert.deepEqual(answers, {
            "Does RDS send aws:SourceAccount and aws:SourceArn for Aurora MySQL?": "yes",
            "Does RDS send aws:SourceAccount and aws:SourceArn for Aurora PostgreSQL?": "yes",
            "Which parameter names the role on Aurora MySQL 8.4?": "aws_default_s3_role",
            "Is a reboot needed after the parameter changes?": "no",
            "Does Aurora PostgreSQL need s3:GetBucketLocation?": "no",
            "Does Aurora MySQL upload large exports in parts?": "yes",
            "Does Aurora PostgreSQL upload large exports in parts?": "yes",
            "Can Aurora use buckets with S3 Bucket Keys?": "yes",
            [`${error} LOAD DATA FROM S3 FILE, object out of scope`]: mysqlError,
            [`${error} LOAD DATA FROM S3 FILE, next to a single object in scope`]: mysqlError,
            [`${error} SELECT INTO OUTFILE S3, object out of scope`]: mysqlError,
            [`${error} aws_s3.table_import_from_s3, object out of scope`]: postgresqlError,
            [`${error} aws_s3.query_export_to_s3, object out of scope`]: postgresqlError,
        });
    });

    it("finds out which granted actions a statement works without", () => {
        const overwriting = "SELECT INTO OUTFILE S3, OVERWRITE ON";
        const denied = "fails: S3 API returned error: Access Denied";
        assert.deepEqual(tables[2]!.slice(1), [
            ["s3:ListBucket", "LOAD DATA FROM S3 FILE", "succeeds"],
            ["s3:ListBucket", "LOAD DATA FROM S3 PREFIX", denied],
            ["s3:ListBucket", "LOAD DATA FROM S3 MANIFEST", "succeeds"],
            ["s3:GetObjectVersion", "LOAD DATA FROM S3 FILE", "succeeds"],
            ["s3:ListBucket", overwriting, denied],
            ["s3:DeleteObject", overwriting, "succeeds"],
            ["s3:GetObject", overwriting, "succeeds"],
            ["s3:ListMultipartUploadParts", "SELECT INTO OUTFILE S3, large", "succeeds"],
            ["s3:ListBucket", "aws_s3.table_import_from_s3", "succeeds"],
        ]);
    });

    it("has the doctor examine both clusters", () => {
        assert.deepEqual(
            tables[3]!.slice(1).map(([engine, isHealthy]) => [engine, isHealthy]),
            [
                ["mysql", "yes"],
                ["postgresql", "yes"],
            ],
        );
    });

    it("names no account in the tables", () => {
        assert.ok(!JSON.stringify(tables).includes(test.aws.accountId));
    });

    it("ends well, with nothing left, and nothing of others gone", async () => {
        assert.equal(ended.exitCode, 0, ended.output);
        assert.deepEqual(await test.aws.leftovers(), before_);
        const { Vpcs } = await test.aws.aws.ec2.send(new DescribeVpcsCommand({}));
        assert.deepEqual(
            Vpcs!.map(({ IsDefault }) => IsDefault),
            [true],
        );
        assert.deepEqual(await test.runs(), []);
    });
});
