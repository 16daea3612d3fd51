import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { failure } from "./program";

const failureOf = (args: AuroraS3AccessArgs) => failure(() => new AuroraS3Access("sales", args));

const keyAlias =
    '"alias/sales" is the alias of a key, which grants nothing in a policy: write the ARN of the key, ' +
    "like arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const accessPoint =
    '"raw-abc-s3alias" is the alias of an access point: write the name or ARN of the bucket behind it';

describe("mistaken inputs", () => {
    it("are all named in one error, with their paths", async () => {
        const { error } = await failureOf({
            importFrom: [{ bucket: "raw" }, { bucket: "raw-abc-s3alias" }],
            kmsKeys: [{ keyArn: "alias/sales" }],
            exportPolicyName: "AllowAuroraToExampleBucket",
        });
        assert.ok(pulumi.InputPropertiesError.isInstance(error));
        assert.deepEqual(error.errors, [
            {
                propertyPath: "exportPolicyName",
                reason: "is given, but there is no such policy without exportTo: leave it out",
            },
            { propertyPath: "importFrom[1].bucket", reason: accessPoint },
            { propertyPath: "kmsKeys[0].keyArn", reason: keyAlias },
        ]);
    });

    it("stand in the message too, which is all that some language hosts print", async () => {
        const { error } = await failureOf({ kmsKeys: [{ keyArn: "alias/sales" }] });
        assert.equal(
            (error as Error).message,
            `AuroraS3Access "sales" cannot be made from these inputs:\n  kmsKeys[0].keyArn: ${keyAlias}`,
        );
    });

    it("register nothing", async () => {
        const { resources } = await failureOf({ importFrom: [{ bucket: "raw-abc-s3alias" }] });
        assert.deepEqual(resources, []);
    });

    it("register nothing either where they are in outputs", async () => {
        const { resources } = await failureOf({ importFrom: [{ bucket: pulumi.output("raw-abc-s3alias") }] });
        assert.deepEqual(resources, []);
    });

    it("get the same sentence where they are in outputs", async () => {
        const { error } = await failureOf({ importFrom: [{ bucket: pulumi.output("raw-abc-s3alias") }] });
        assert.ok(pulumi.InputPropertiesError.isInstance(error));
        assert.deepEqual(error.errors, [{ propertyPath: "importFrom[0].bucket", reason: accessPoint }]);
    });

    it("include an output that turns out to hold nothing, which would otherwise grant nothing", async () => {
        const nothing = pulumi.output(undefined) as unknown as pulumi.Output<string>;
        const { error } = await failureOf({ importFrom: [{ bucket: "raw", kmsKeyArn: nothing }] });
        assert.ok(pulumi.InputPropertiesError.isInstance(error));
        assert.deepEqual(error.errors, [
            {
                propertyPath: "importFrom[0].kmsKeyArn",
                reason: "nothing is given, but a string is needed; an update with --target needs the resource that gives it, too",
            },
        ]);
    });

    it("include an output where the program must know the value", async () => {
        const { error } = await failureOf({ importFrom: pulumi.output([{ bucket: "raw" }]) as never });
        assert.ok(pulumi.InputPropertiesError.isInstance(error));
        assert.deepEqual(error.errors, [
            {
                propertyPath: "importFrom",
                reason: "an output is given, but the list decides which resources are made: write a list, with outputs inside",
            },
        ]);
    });

    it("include an output inside of patterns, which decide how many policies there are", async () => {
        const objects = [pulumi.output("a/*")] as never;
        const { error } = await failureOf({ importFrom: [{ bucket: pulumi.output("raw"), objects }] });
        assert.ok(pulumi.InputPropertiesError.isInstance(error));
        assert.deepEqual(error.errors, [
            {
                propertyPath: "importFrom[0].objects[0]",
                reason: "an output is given, but the text decides which resources are made: write a text",
            },
        ]);
    });

    it("include an output as the name of a cluster", async () => {
        const { error } = await failureOf({
            importFrom: [{ bucket: "raw" }],
            clusters: [{ clusterIdentifier: "sales", name: pulumi.output("eu") as never }],
        });
        assert.ok(pulumi.InputPropertiesError.isInstance(error));
        assert.deepEqual(
            error.errors.map(({ propertyPath }) => propertyPath),
            ["clusters[0].name"],
        );
    });

    it("get the same sentence for each output, however late it is known and whatever it is", async () => {
        const late = (value: unknown) =>
            pulumi.output(new Promise<string>((resolve) => setTimeout(() => resolve(value as string), 20)));
        for (const value of [undefined, 5]) {
            const { error } = await failureOf({ importFrom: [{ bucket: "raw" }, { bucket: late(value) }] });
            assert.match(
                (error as Error).message,
                /importFrom\[1\].bucket: (nothing is given, but a string is needed; an update .*|5 is given, but a string is needed: put it in quotes)/,
            );
        }
    });

    it("do not show what is secret", async () => {
        const { error } = await failureOf({ importFrom: [{ bucket: pulumi.secret("hunter2-s3alias") }] });
        assert.match(
            (error as Error).message,
            /importFrom\[0\].bucket: \[secret\] is the alias of an access point/,
        );
        assert.doesNotMatch((error as Error).message, /hunter2/);
    });
});
