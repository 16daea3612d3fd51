import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { run } from "./program";

const group = "aws:rds/clusterParameterGroup:ClusterParameterGroup sales-parameters";
const ours = {
    name: "aws_default_s3_role",
    value: "arn:aws:iam::123456789012:role/sales-role",
    applyMethod: "immediate",
};
const ran = (args: AuroraS3AccessArgs) =>
    run(() => new AuroraS3Access("sales", { importFrom: [{ bucket: "raw" }], ...args }));

describe("the cluster parameter group", () => {
    for (const [engineVersion, family] of [
        ["5.7.mysql_aurora.2.12.5", "aurora-mysql5.7"],
        ["8.0.mysql_aurora.3.10.0", "aurora-mysql8.0"],
        ["8.4.mysql_aurora.8.4.7", "aurora-mysql8.4"],
    ] as const) {
        it(`is of the family ${family} for ${engineVersion}`, async () => {
            const { resource } = await ran({ clusterParameterGroup: {}, engineVersion });
            assert.equal(resource(group).inputs.family, family);
        });
    }

    it("holds our parameter before the user's own", async () => {
        const theirs = { name: "activate_all_roles_on_login", value: "1" };
        const { resource } = await ran({
            clusterParameterGroup: { family: "aurora-mysql8.0", parameters: [theirs] },
        });
        assert.deepEqual(resource(group).inputs.parameters, [ours, theirs]);
    });

    it("shows the user's own in a preview that does not know ours yet", async () => {
        const theirs = { name: "activate_all_roles_on_login", value: "1" };
        const clusterParameterGroup = { family: "aurora-mysql8.0", parameters: [theirs] };
        const importFrom = [{ bucket: "raw" }];
        const program = () => new AuroraS3Access("sales", { importFrom, clusterParameterGroup });
        const { parameters } = (await run(program, { preview: true })).resource(group).inputs;
        assert.deepEqual((parameters as object[])[1], theirs);
    });

    it("has the given name, description, Region and tags", async () => {
        const { resource } = await ran({
            clusterParameterGroup: {
                family: "aurora-mysql8.0",
                name: "sales",
                description: "For sales",
                region: "us-west-2",
            },
            tags: { team: "sales" },
        });
        assert.deepEqual(resource(group).inputs, {
            family: "aurora-mysql8.0",
            name: "sales",
            description: "For sales",
            parameters: [ours],
            region: "us-west-2",
            tags: { team: "sales" },
        });
    });

    it("never goes before what replaces it is there, as clusters use it", async () => {
        const { resource } = await ran({
            clusterParameterGroup: { family: "aurora-mysql8.0", name: "sales" },
        });
        assert.equal(resource(group).deleteBeforeReplace, false);
    });

    it("waits until the policies are attached", async () => {
        const { resource } = await ran({ clusterParameterGroup: { family: "aurora-mysql8.0" } });
        assert.ok(
            resource(group).dependencies.includes(
                "aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-import",
            ),
        );
    });

    it("names a role only when the clusters have it, as they take it at once", async () => {
        const clusters = [{ clusterIdentifier: "eu" }, { clusterIdentifier: "us", name: "us" }];
        const { resource } = await ran({ clusterParameterGroup: { family: "aurora-mysql8.0" }, clusters });
        const association = "aws:rds/clusterRoleAssociation:ClusterRoleAssociation sales-cluster";
        assert.deepEqual(
            resource(group).dependencies.filter((id) => id.startsWith(association)),
            [association, `${association}-us`],
        );
    });

    it("is not made unless asked for", async () => {
        const { resources } = await ran({ engineVersion: "8.0.mysql_aurora.3.10.0" });
        assert.deepEqual(
            resources.filter(({ id }) => id === group),
            [],
        );
    });

    it("tells by its family which parameters and privileges there are, where no version is given", async () => {
        const { outputs } = await run(() => {
            const { clusterParameters, databasePrivileges } = new AuroraS3Access("sales", {
                importFrom: [{ bucket: "raw" }],
                clusterParameterGroup: { family: "aurora-mysql5.7" },
            });
            return [clusterParameters, databasePrivileges];
        });
        assert.deepEqual(outputs, [[{ ...ours, name: "aurora_load_from_s3_role" }], ["LOAD FROM S3"]]);
    });
});
