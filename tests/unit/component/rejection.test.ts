import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { failures, Other } from "./program";

const access: AuroraS3AccessArgs = {
    importFrom: [{ bucket: "raw" }],
    exportTo: [{ bucket: "reports" }],
    kmsKeys: [{ keyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab" }],
    clusters: [{ clusterIdentifier: "sales" }],
};
const everything: AuroraS3AccessArgs = {
    ...access,
    clusterParameterGroup: { family: "aurora-mysql8.0" },
};
const outputs = [
    "urn",
    "roleArn",
    "roleName",
    "importRoleArn",
    "exportRoleArn",
    "importRoleName",
    "exportRoleName",
    "roleArns",
    "policyArns",
    "policyDocuments",
    "clusterParameters",
    "clusterParameterGroupName",
    "databasePrivileges",
    "bucketPolicyStatements",
    "keyPolicyStatements",
];
const failing = (args: AuroraS3AccessArgs, preview = false) =>
    failures(() => new AuroraS3Access("sales", { ...everything, ...args }), { preview });
const everyOutput = (message: string | undefined, names = outputs) =>
    Object.fromEntries(names.map((output) => [output, message]));

const wrong = pulumi.output("a b");
const sentence =
    'AuroraS3Access "sales" has invalid inputs:\n' +
    '  roleName: must contain only letters, digits and _+=,.@-, but received "a b".';

describe("an invalid input that is an output", () => {
    for (const preview of [true, false]) {
        const run = preview ? "a preview" : "an update";

        it(`rejects every output of the component in ${run}, so that none resolves`, async () => {
            const { messages } = await failing({ roleName: wrong }, preview);
            assert.deepEqual(messages, everyOutput(sentence));
        });

        it(`registers nothing in ${run}, not even the component`, async () => {
            const { resources } = await failing({ roleName: wrong }, preview);
            assert.deepEqual(resources, []);
        });
    }

    it("rejects every output for Aurora PostgreSQL too, which has no parameter group", async () => {
        const { messages, resources } = await failures(
            () => new AuroraS3Access("sales", { ...access, engine: "aurora-postgresql", roleName: wrong }),
        );
        const ofPostgresql = outputs.filter((output) => output !== "clusterParameterGroupName");
        assert.deepEqual([messages, resources], [everyOutput(sentence, ofPostgresql), []]);
    });

    it("rejects every output with an existing role too, whose ARN is right", async () => {
        const args = { existingRoleArn: "arn:aws:iam::123456789012:role/aurora", importPolicyName: wrong };
        const { messages, resources } = await failing(args);
        assert.deepEqual(
            [messages, resources],
            [everyOutput(sentence.replace("roleName", "importPolicyName")), []],
        );
    });

    it("leaves other resources of the program alone", async () => {
        const { resources } = await failures(() => {
            new Other("bystander");
            return new AuroraS3Access("sales", { ...everything, roleName: wrong });
        });
        assert.deepEqual(
            resources.map(({ id }) => id),
            ["test:index:Other bystander"],
        );
    });
});

describe("an output that fails", () => {
    it("rejects every output of the component with its own error", async () => {
        const roleName = pulumi.output(Promise.reject<string>(new Error("no such stack")));
        const { messages, resources } = await failing({ roleName });
        assert.deepEqual([messages, resources], [everyOutput("no such stack"), []]);
    });
});

describe("valid inputs", () => {
    it("resolve every output of the component", async () => {
        const { messages } = await failing({});
        assert.deepEqual(messages, everyOutput(undefined));
    });
});
