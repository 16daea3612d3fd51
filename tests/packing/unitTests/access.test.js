/* global it */
// Tests as a user writes them for mocha and for Jest, with the mocks and the `promiseOf` of Pulumi's docs.
const assert = require("node:assert/strict");
const pulumi = require("@pulumi/pulumi");
const { AuroraS3Access } = require("aurora-s3-access");
const { findMistakes } = require("aurora-s3-access/policy");

const newResource = (args) => ({ id: `${args.name}_id`, state: args.inputs });
const textbook = { newResource, call: (args) => args.inputs };
const answers = {
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
    "aws:index/getPartition:getPartition": { partition: "aws" },
};
const answering = { newResource, call: (args) => answers[args.token] ?? args.inputs };

const promiseOf = (output) => new Promise((resolve) => output.apply(resolve));
const settled = (output) => output.promise();

function access(args, mocks = answering) {
    pulumi.runtime.setMocks(mocks);
    return new AuroraS3Access("sales", { importFrom: [{ bucket: "raw" }], ...args });
}
const accessWithWrongOutput = () => access({ roleName: pulumi.output("a b") });
const resolves = (value) => assert.fail(`resolved to ${JSON.stringify(value)}`);

it("expects the constructor to throw", () => {
    assert.throws(() => access({ roleName: "a b" }), /roleName: must contain only letters/);
});

it("reads what mocks that answer lead to", async () => {
    const { policyDocuments, roleArn } = access({}, answering);
    const [document] = await promiseOf(policyDocuments);
    assert.equal(JSON.parse(document).Statement[0].Resource[0], "arn:aws:s3:::raw");
    // The mocks give the role no ARN.
    assert.equal(await promiseOf(roleArn), undefined);
});

it("reads the ARN of an existing role", async () => {
    const existingRoleArn = "arn:aws:iam::123456789012:role/aurora";
    assert.equal(await promiseOf(access({ existingRoleArn }).roleArn), existingRoleArn);
});

it("asks for the mistakes of plain inputs", () => {
    const [{ propertyPath }] = findMistakes({ importFrom: [{ bucket: "raw" }], roleName: "a b" });
    assert.equal(propertyPath, "roleName");
});

it("has the textbook mocks", async () => {
    resolves(await promiseOf(access({}, textbook).policyDocuments));
});

it("has the textbook mocks, settled", async () => {
    resolves(await settled(access({}, textbook).policyDocuments));
});

for (const output of ["policyDocuments", "roleArn", "urn"]) {
    it(`awaits ${output} of wrong inputs`, async () => {
        resolves(await promiseOf(accessWithWrongOutput()[output]));
    });

    it(`awaits ${output} of wrong inputs, settled`, async () => {
        resolves(await settled(accessWithWrongOutput()[output]));
    });
}

it("calls back with outputs of wrong inputs", (done) => {
    const { urn, roleArn } = accessWithWrongOutput();
    pulumi.all([urn, roleArn]).apply((values) => {
        resolves(values);
        done();
    });
});

it("expects an output to be rejected", async () => {
    await assert.rejects(settled(accessWithWrongOutput().roleArn), /roleName: must contain only letters/);
});
