import assert from "node:assert/strict";
import { AuroraS3Access } from "../../../provider";
import { run } from "./program";

const importFrom = Array.from({ length: 80 }, (_, i) => ({ bucket: `bucket-${i}` }));
const policy = (part: string) => `aws:iam/policy:Policy sales-import${part}`;
const attachment = (part: string) => `aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-import${part}`;

describe("a list of locations that is too long for one policy", () => {
    it("makes several, numbered from the second on, with the given name followed by the number", async () => {
        const { resources } = await run(
            () => new AuroraS3Access("sales", { importFrom, importPolicyName: "AllowAurora" }),
        );
        const policies = resources.filter(({ id }) => id.startsWith("aws:iam/policy:"));
        assert.deepEqual(policies.map(({ id, inputs }) => [id, inputs.name]).sort(), [
            [policy(""), "AllowAurora"],
            [policy("-2"), "AllowAurora-2"],
            [policy("-3"), "AllowAurora-3"],
        ]);
    });

    it("describes, tags and places each of them alike", async () => {
        const alike = { path: "/aurora/", tags: { team: "sales" } };
        const { resource } = await run(
            () => new AuroraS3Access("sales", { ...alike, importFrom, importPolicyDescription: "Imports" }),
        );
        for (const part of ["", "-2", "-3"]) {
            const { path, tags, description } = resource(policy(part)).inputs;
            assert.deepEqual({ path, tags, description }, { ...alike, description: "Imports" });
        }
    });

    it("grants in the next policy before it takes away in the one before", async () => {
        const { resource } = await run(() => new AuroraS3Access("sales", { importFrom }));
        assert.deepEqual(resource(policy("")).dependencies, [attachment("-2")]);
        assert.deepEqual(resource(policy("-2")).dependencies, [attachment("-3")]);
        assert.deepEqual(resource(policy("-3")).dependencies, []);
    });

    it("does not make one direction wait for the other", async () => {
        const { resource } = await run(
            () => new AuroraS3Access("sales", { importFrom, exportTo: [{ bucket: "reports" }] }),
        );
        assert.deepEqual(resource(policy("-3")).dependencies, []);
    });
});
