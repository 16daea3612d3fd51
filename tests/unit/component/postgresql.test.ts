import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { kmsPolicyDocument } from "../../../provider/policy/kmsPolicy";
import { s3PolicyDocument } from "../../../provider/policy/s3Policy";
import { run } from "./program";

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const [raw, reports] = [{ bucket: "raw" }, { bucket: "reports" }];
const roleArn = (direction: string) => `arn:aws:iam::123456789012:role/sales-role-${direction}`;
const policyArn = (purpose: string) => `arn:aws:iam::123456789012:policy/sales-${purpose}`;
const association = (ending: string) =>
    `aws:rds/clusterRoleAssociation:ClusterRoleAssociation sales-cluster-${ending}`;

const both: AuroraS3AccessArgs = {
    engine: "aurora-postgresql",
    importFrom: [raw],
    exportTo: [reports],
    kmsKeys: [{ keyArn, forExport: true }],
    clusters: [{ clusterIdentifier: "sales" }],
};
const ran = (args: AuroraS3AccessArgs) => run(() => new AuroraS3Access("sales", args));

describe("the component for Aurora PostgreSQL", () => {
    it("makes a role, policies and an association for each direction", async () => {
        const { resources } = await ran(both);
        assert.deepEqual(resources.map(({ id }) => id).sort(), [
            "aurora-s3-access:index:AuroraS3Access sales",
            "aws:iam/policy:Policy sales-export",
            "aws:iam/policy:Policy sales-import",
            "aws:iam/policy:Policy sales-kms-export",
            "aws:iam/policy:Policy sales-kms-import",
            "aws:iam/role:Role sales-role-export",
            "aws:iam/role:Role sales-role-import",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-export",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-import",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-kms-export",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-kms-import",
            association("export"),
            association("import"),
        ]);
    });

    it("names the feature of each role to the cluster", async () => {
        const { resource } = await ran(both);
        assert.deepEqual(
            ["import", "export"].map((direction) => resource(association(direction)).inputs),
            [
                { dbClusterIdentifier: "sales", roleArn: roleArn("import"), featureName: "s3Import" },
                { dbClusterIdentifier: "sales", roleArn: roleArn("export"), featureName: "s3Export" },
            ],
        );
    });

    it("associates one role after the other, as RDS makes one change at a time", async () => {
        const { resource } = await ran(both);
        assert.ok(resource(association("export")).dependencies.includes(association("import")));
    });

    it("lets only the exporting role encrypt", async () => {
        const { resource } = await ran(both);
        const policy = (ending: string) =>
            resource(`aws:iam/policy:Policy sales-kms-${ending}`).inputs.policy;
        assert.equal(policy("import"), JSON.stringify(kmsPolicyDocument([{ keyArn }])));
        assert.equal(policy("export"), JSON.stringify(kmsPolicyDocument([{ keyArn, forExport: true }])));
    });

    it("lets given names of roles and KMS policies be followed by the direction", async () => {
        const { resource } = await ran({ ...both, roleName: "aurora", kmsPolicyName: "keys" });
        assert.equal(resource("aws:iam/role:Role sales-role-import").inputs.name, "aurora-import");
        assert.equal(resource("aws:iam/policy:Policy sales-kms-export").inputs.name, "keys-export");
    });

    it("names its role by the direction even where it is the only one", async () => {
        const { resources } = await ran({ engine: "aurora-postgresql", importFrom: [raw] });
        assert.ok(resources.some(({ id }) => id === "aws:iam/role:Role sales-role-import"));
    });

    it("tells both roles, their policies and no parameters or privileges", async () => {
        const { outputs } = await run(() => {
            const access = new AuroraS3Access("sales", { ...both, kmsKeys: undefined });
            return {
                roleArn: access.roleArn,
                roleName: access.roleName,
                importRoleArn: access.importRoleArn,
                exportRoleArn: access.exportRoleArn,
                importRoleName: access.importRoleName,
                exportRoleName: access.exportRoleName,
                roleArns: access.roleArns,
                policyArns: access.policyArns,
                policyDocuments: access.policyDocuments,
                clusterParameters: access.clusterParameters,
                databasePrivileges: access.databasePrivileges,
            };
        });
        assert.deepEqual(outputs, {
            roleArn: "",
            roleName: "",
            importRoleArn: roleArn("import"),
            exportRoleArn: roleArn("export"),
            importRoleName: "sales-role-import",
            exportRoleName: "sales-role-export",
            roleArns: [roleArn("import"), roleArn("export")],
            policyArns: [policyArn("import"), policyArn("export")],
            policyDocuments: [
                JSON.stringify(s3PolicyDocument("aurora-postgresql", "import", [raw], "aws")),
                JSON.stringify(s3PolicyDocument("aurora-postgresql", "export", [reports], "aws")),
            ],
            clusterParameters: [],
            databasePrivileges: [],
        });
    });

    it("names the only role of one direction, too", async () => {
        const { outputs } = await run(() => {
            const access = new AuroraS3Access("sales", { engine: "aurora-postgresql", exportTo: [reports] });
            return [access.roleName, access.exportRoleName, access.importRoleName === undefined];
        });
        assert.deepEqual(outputs, ["sales-role-export", "sales-role-export", true]);
    });

    it("attaches the predefined policy to each role", async () => {
        const { resources } = await ran({
            engine: "aurora-postgresql",
            predefinedPolicy: "AmazonS3FullAccess",
        });
        const attachments = resources.filter(({ id }) => id.includes("RolePolicyAttachment"));
        assert.deepEqual(
            attachments
                .map(({ inputs }) => inputs)
                .sort((a, b) => (String(a.role) < String(b.role) ? -1 : 1)),
            ["export", "import"].map((direction) => ({
                role: `sales-role-${direction}`,
                policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess",
            })),
        );
    });
});
