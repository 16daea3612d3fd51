import * as aws from "@pulumi/aws";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../provider";
import { AuroraS3Access as PluginAuroraS3Access } from "../../sdk/nodejs/auroraS3Access";
import { describeSteps, type InlineStack, type Program } from "../support/engine";
import type { Component } from "./bothWays";
import { sideBySide, useInlineStacks } from "./inlineStacks";
import { usePluginOnPath } from "./pluginOnPath";

const programs: Record<string, (Component: Component) => Program> = {
    "a new MySQL cluster": (Component) => () => {
        const raw = new aws.s3.Bucket("raw");
        const key = new aws.kms.Key("reports");
        const access = new Component("sales", {
            importFrom: [{ bucket: raw.arn, objects: ["incoming/*"] }],
            exportTo: [{ bucket: "reports", kmsKeyArn: key.arn }],
            kmsKeys: [{ keyArn: key.arn, forExport: true }],
            clusterParameterGroup: { family: "aurora-mysql8.0", parameters: [{ name: "a", value: "b" }] },
            path: "/aurora/",
            tags: { team: "sales" },
        });
        const { roleArns, policyDocuments, clusterParameters, clusterParameterGroupName } = access;
        return { roleArns, policyDocuments, clusterParameters, clusterParameterGroupName };
    },
    "a PostgreSQL cluster": (Component) => () => {
        const cluster = new aws.rds.Cluster("orders", {
            engine: "aurora-postgresql",
            masterUsername: "administrator",
            manageMasterUserPassword: true,
            skipFinalSnapshot: true,
        });
        const access = new Component("orders", {
            importFrom: [{ bucket: "raw" }],
            exportTo: [{ bucket: "reports" }],
            engine: "aurora-postgresql",
            clusters: [{ clusterIdentifier: cluster.clusterIdentifier }],
        });
        const { importRoleArn, exportRoleArn, bucketPolicyStatements } = access;
        return { importRoleArn, exportRoleArn, bucketPolicyStatements };
    },
    "a predefined policy": (Component) => () => {
        const { policyArns } = new Component("all", { predefinedPolicy: "AmazonS3FullAccess" });
        return { policyArns };
    },
};

type Json = Record<string, unknown>;

/** The state of the resources, apart from when and where in the code each was made, and the plugin itself. */
async function resourcesOf(stack: InlineStack): Promise<Json[]> {
    const { resources = [] } = await stack.state();
    return resources
        .filter(({ type }) => type !== "pulumi:providers:aurora-s3-access")
        .map((resource) => ({
            ...resource,
            created: undefined,
            modified: undefined,
            sourcePosition: undefined,
            stackTrace: undefined,
            dependencies: inOrder(resource.dependencies),
            propertyDependencies: Object.fromEntries(
                Object.entries((resource.propertyDependencies ?? {}) as Json).map(([property, urns]) => [
                    property,
                    inOrder(urns),
                ]),
            ),
        }))
        .sort((one: Json, other: Json) => (String(one.urn) < String(other.urn) ? -1 : 1));
}

/** The engine keeps dependencies in the order in which they came. */
const inOrder = (urns: unknown) => [...((urns ?? []) as string[])].sort();

describe("in process or through the plugin", () => {
    const { stackOf } = useInlineStacks();
    usePluginOnPath();

    async function claims(from: Component, to: Component): Promise<void> {
        const switched = Object.entries(programs).map(async ([name, program]) => {
            const stack = await stackOf("switch", program(from));
            const { outputs } = await stack.up();
            const before = await resourcesOf(stack);

            stack.program = program(to);
            assert.deepEqual(describeSteps(await stack.preview()), [], name);
            const up = await stack.up();
            assert.deepEqual(describeSteps(up), [], name);
            assert.deepEqual(up.outputs, outputs, name);
            assert.deepEqual(await resourcesOf(stack), before, name);
        });
        await sideBySide(switched);
    }

    it("changes nothing in AWS and in the state when the library is replaced by the plugin", () =>
        claims(AuroraS3Access, PluginAuroraS3Access));

    it("changes nothing in AWS and in the state when the plugin is replaced by the library", () =>
        claims(PluginAuroraS3Access, AuroraS3Access));
});
