import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackageSpec } from "@pulumi/pulumi/provider/experimental/schema";
import { schemaFile, writeSchema } from "../../tools/generate/schema";
import { manifest, projectFolder } from "../../tools/project";
import { generated } from "./generated";

const token = "aurora-s3-access:index:AuroraS3Access";

describe("provider/schema.json", () => {
    let text: string;
    let schema: PackageSpec;
    before(async () => {
        text = await readFile(join(projectFolder, schemaFile), "utf8");
        schema = JSON.parse(text) as PackageSpec;
    });

    it("is what the interfaces and the overlay make, to the byte", async () => {
        const fresh = await generated(writeSchema);
        assert.ok(fresh.get(schemaFile) === text, `${schemaFile} is stale: run "npm run generate"`);
    });

    it("has the version of the package", () => assert.equal(schema.version, manifest.version));

    it("asks for the aws plugin whose SDK the plugin is made with", async () => {
        const aws = join(projectFolder, "node_modules/@pulumi/aws/package.json");
        const { version } = JSON.parse(await readFile(aws, "utf8")) as { version: string };
        assert.deepEqual(schema.dependencies, [{ name: "aws", version }]);
    });

    it("documents the component, every property, every type and every value of an enum", () => {
        const undocumented: string[] = [];
        const expectDocs = (owner: string, described: Record<string, { description?: string }> = {}) => {
            for (const [name, { description }] of Object.entries(described))
                if (!description) undocumented.push(`${owner}.${name}`);
        };
        expectDocs("resources", schema.resources);
        expectDocs("types", schema.types);
        expectDocs(token, schema.resources[token]!.inputProperties);
        expectDocs(token, schema.resources[token]!.properties);
        for (const [name, type] of Object.entries(schema.types)) {
            expectDocs(name, type.properties);
            expectDocs(name, Object.fromEntries((type.enum ?? []).map((value) => [value.name, value])));
        }
        assert.deepEqual(undocumented, []);
    });

    it("has as plain just what decides which resources are made", () => {
        const plainOf = (properties: Record<string, { plain?: boolean }> = {}) =>
            Object.keys(properties).filter((name) => properties[name]!.plain);
        const types = Object.entries(schema.types).map(([name, { properties }]): [string, string[]] => [
            name.slice(name.lastIndexOf(":") + 1),
            plainOf(properties),
        ]);
        assert.deepEqual(plainOf(schema.resources[token]!.inputProperties), [
            "importFrom",
            "exportTo",
            "predefinedPolicy",
            "kmsKeys",
            "clusters",
            "engine",
            "clusterParameterGroup",
            "sourceConditions",
        ]);
        assert.deepEqual(
            types.filter(([, plain]) => plain.length > 0),
            [
                ["S3Location", ["objects"]],
                ["KmsKey", ["forExport"]],
                ["ClusterAssociation", ["name", "formerNames"]],
            ],
        );
    });

    it("leaves the objects in plain lists to take outputs, as the Go SDK compiles only so", () => {
        const { importFrom } = schema.resources[token]!.inputProperties!;
        assert.deepEqual(importFrom!.items, { $ref: "#/types/aurora-s3-access:index:S3Location" });
    });

    it("has every input optional, and the outputs that are always there required", () => {
        assert.deepEqual(schema.resources[token], {
            ...schema.resources[token],
            requiredInputs: [],
            required: [
                "bucketPolicyStatements",
                "clusterParameters",
                "databasePrivileges",
                "keyPolicyStatements",
                "policyArns",
                "policyDocuments",
                "roleArn",
                "roleArns",
                "roleName",
            ],
        });
    });
});
