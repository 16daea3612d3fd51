import assert from "node:assert/strict";
import { GetPolicyCommand } from "@aws-sdk/client-iam";
import type { Emulator } from "../emulator/emulator";
import { another, documentFor, environmentOf, start } from "./fixture";
import type { Props } from "./pluginClient";

const Policy = "aws:iam/policy:Policy";
const Bucket = "aws:s3/bucket:Bucket";

const policy = documentFor("s3:GetObject");

describe("The stand-in for the AWS provider: its configuration", () => {
    let aws: Emulator;
    before(async () => ({ aws } = await start()));

    /** A plugin that is configured as an explicit provider of a program. */
    const configured = (config: Props, env: Record<string, string> = environmentOf(aws)) =>
        another(env, undefined, config);

    const endpoints = () => JSON.stringify([{ iam: aws.endpoint, s3: aws.endpoint, sts: aws.endpoint }]);

    it("needs nothing of the environment", async () => {
        const config = { endpoints: endpoints(), region: "us-east-1", accessKey: "test", secretKey: "test" };
        const plugin = await configured(config, {});
        const { id } = await plugin.create(Policy, { policy });
        assert.match(id, /^arn:aws:iam::123456789012:policy\//);
    });

    it("has a region of its own", async () => {
        const plugin = await configured({ region: "eu-west-1" });
        const { state } = await plugin.create(Bucket, {});
        assert.deepEqual([state.region, state.bucketRegion], ["eu-west-1", "eu-west-1"]);
    });

    it("refuses another account than those that it may use", async () => {
        await configured({ allowedAccountIds: JSON.stringify(["123456789012"]) });
        await assert.rejects(configured({ allowedAccountIds: JSON.stringify(["111122223333"]) }), {
            message: /AWS account ID not allowed: 123456789012/,
        });
    });

    it("has every resource carry its default tags, and the resource's own win", async () => {
        const defaultTags = JSON.stringify({ tags: { team: "data", stage: "test" } });
        const plugin = await configured({ defaultTags });
        const tags = { stage: "prod", owner: "me" };
        const made = await plugin.create(Policy, { policy, tags });
        assert.deepEqual([made.state.tags, made.state.tagsAll], [tags, { ...tags, team: "data" }]);

        const { Policy: found } = await aws.aws.iam.send(new GetPolicyCommand({ PolicyArn: made.id }));
        assert.deepEqual(found!.Tags!.map(({ Key }) => Key).sort(), ["owner", "stage", "team"]);
        assert.deepEqual((await plugin.import(Policy, made.id))!.inputs.tags, tags);
        assert.deepEqual((await plugin.diff(Policy, made, { policy, tags })).paths, []);
    });

    it("shows changed default tags as a change of all the tags", async () => {
        const before = await configured({});
        const made = await before.create(Policy, { policy });
        const after = await configured({ defaultTags: JSON.stringify({ tags: { team: "data" } }) });
        assert.deepEqual((await after.diff(Policy, made, { policy })).differs, ["tagsAll"]);
        assert.deepEqual((await after.update(Policy, made, { policy })).state.tagsAll, { team: "data" });
    });

    it("says what is wrong with it", async () => {
        const plugin = await configured({}, { AWS_ENDPOINT_URL: aws.endpoint });
        const found = await plugin.checkConfig({ regoin: "us-east-1", s3UsePathStyle: '"yes"' });
        assert.match(found.regoin!, /has no "regoin" here; it has: accessKey, allowedAccountIds, /);
        assert.equal(found.s3UsePathStyle, 'Expected true or false, got "yes".');
        assert.match(found.region!, /^Missing region: /);
    });

    it("is fine with what the SDKs always send", async () => {
        const plugin = await configured({});
        const skips = { skipCredentialsValidation: "false", skipRegionValidation: "true" };
        assert.deepEqual(await plugin.checkConfig({ region: "us-east-1", version: "7.48.0", ...skips }), {});
    });
});
