import assert from "node:assert/strict";
import { runtime } from "@pulumi/pulumi";
import schema from "../../provider/schema.json";
import { awsSdkVersion } from "../../tools/project";
import { component, dependenciesOf, usePlugin } from "./support/construct";
import { output, secret, unknown, unknownOutput, urnOf, type Props, type Wire } from "./support/wire";

const bucketUrn = urnOf("aws:s3/bucket:Bucket", "raw");
const keyUrn = urnOf("aws:kms/key:Key", "key");
const [bucketId, keyId] = ["aws:s3/bucket:Bucket raw", "aws:kms/key:Key key"];
const keyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const roleArn = "arn:aws:iam::123456789012:role/sales-role";
const self = `${component} sales`;
const [policy, role] = ["aws:iam/policy:Policy sales-import", "aws:iam/role:Role sales-role"];
const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-import";
const association = "aws:rds/clusterRoleAssociation:ClusterRoleAssociation sales-cluster";

const document = (bucket: string) =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Action: ["s3:ListBucket"], Resource: [`arn:aws:s3:::${bucket}`] },
            {
                Effect: "Allow",
                Action: ["s3:GetObject", "s3:GetObjectVersion"],
                Resource: [`arn:aws:s3:::${bucket}/*`],
            },
        ],
    });

describe("Construct behind a proxy", () => {
    const { construct } = usePlugin({ grpc_proxy: "http://127.0.0.1:9", no_grpc_proxy: "", no_proxy: "" });

    it("reaches the engine, which is on the same machine", async () => {
        const { state } = await construct({ importFrom: [{ bucket: "raw" }] });
        assert.equal(state.roleName, "sales-role");
    });
});

describe("Construct", () => {
    const { construct } = usePlugin();

    it("takes null for left out, as a dictionary in Python has it", async () => {
        const location = { bucket: "raw", objects: null, kmsKeyArn: null };
        const inputs: Props = { importFrom: [location], exportTo: null, tags: { team: "sales", cost: null } };
        const nulls = await construct(inputs);
        const { monitor } = await construct({ importFrom: [{ bucket: "raw" }], tags: { team: "sales" } });
        const made = ({ registered }: typeof monitor) => registered.map(({ id, inputs }) => ({ id, inputs }));
        assert.deepEqual(made(nulls.monitor), made(monitor));
    });

    it("registers the component with its inputs, and its children below it", async () => {
        const inputs: Props = { importFrom: [{ bucket: "raw" }], clusters: [{ clusterIdentifier: "sales" }] };
        const { urn, monitor } = await construct(inputs);
        assert.equal(urn, urnOf(component, "sales"));
        assert.deepEqual(
            monitor.registered.map(({ id, parent, inputs }) => ({ id, parent, inputs })).sort(byId),
            [
                { id: self, parent: "pulumi:pulumi:Stack project-stack", inputs },
                { id: policy, parent: self, inputs: { policy: document("raw") } },
                {
                    id: role,
                    parent: self,
                    inputs: {
                        assumeRolePolicy: JSON.stringify({
                            Version: "2012-10-17",
                            Statement: [
                                {
                                    Effect: "Allow",
                                    Principal: { Service: "rds.amazonaws.com" },
                                    Action: "sts:AssumeRole",
                                    Condition: {
                                        StringEqualsIfExists: { "aws:SourceAccount": "123456789012" },
                                    },
                                },
                            ],
                        }),
                        forceDetachPolicies: true,
                    },
                },
                {
                    id: attachment,
                    parent: self,
                    inputs: {
                        policyArn: "arn:aws:iam::123456789012:policy/sales-import",
                        role: "sales-role",
                    },
                },
                { id: association, parent: self, inputs: { dbClusterIdentifier: "sales", roleArn } },
            ],
        );
    });

    it("answers with the outputs, and what each depends on", async () => {
        const { state, dependencies } = await construct({ importFrom: [{ bucket: "raw" }] });
        assert.deepEqual(state, {
            roleArn,
            roleName: "sales-role",
            importRoleArn: roleArn,
            importRoleName: "sales-role",
            roleArns: [roleArn],
            policyArns: ["arn:aws:iam::123456789012:policy/sales-import"],
            policyDocuments: [document("raw")],
            clusterParameters: [{ name: "aws_default_s3_role", value: roleArn, applyMethod: "immediate" }],
            databasePrivileges: ["AWS_LOAD_S3_ACCESS"],
            bucketPolicyStatements: [
                {
                    bucketArn: "arn:aws:s3:::raw",
                    statement: JSON.stringify({
                        Effect: "Allow",
                        Principal: { AWS: roleArn },
                        Action: ["s3:GetObject", "s3:GetObjectVersion"],
                        Resource: ["arn:aws:s3:::raw/*"],
                    }),
                },
                {
                    bucketArn: "arn:aws:s3:::raw",
                    statement: JSON.stringify({
                        Effect: "Allow",
                        Principal: { AWS: roleArn },
                        Action: ["s3:ListBucket"],
                        Resource: ["arn:aws:s3:::raw"],
                    }),
                },
            ],
            keyPolicyStatements: [],
        });
        assert.deepEqual(dependencies, {
            bucketPolicyStatements: [role],
            clusterParameters: [role, attachment],
            importRoleArn: [role],
            importRoleName: [role],
            keyPolicyStatements: [role],
            policyArns: [policy],
            roleArn: [role],
            roleArns: [role, attachment],
            roleName: [role],
        });
    });

    it("answers with every output of the schema that there can be beside the others", async () => {
        const { state } = await construct({
            importFrom: [{ bucket: "raw", kmsKeyArn: keyArn }],
            exportTo: [{ bucket: "reports" }],
            clusterParameterGroup: { family: "aurora-mysql8.0" },
        });
        assert.deepEqual(
            Object.keys(state).sort(),
            Object.keys(schema.resources[component].properties).sort(),
        );
    });

    it("tells the engine the same outputs as the caller", async () => {
        const { state, monitor } = await construct({
            importFrom: [{ bucket: output("raw", { secret: true }) }],
            exportTo: [{ bucket: "reports" }],
            clusterParameterGroup: { family: "aurora-mysql8.0" },
        });
        assert.deepEqual(monitor.outputs.get(self), state);
    });

    it("leaves empty what two roles have no single value for, the name that is given included", async () => {
        const { state } = await construct({
            engine: "aurora-postgresql",
            roleName: "sales-role",
            importFrom: [{ bucket: "raw" }],
            exportTo: [{ bucket: "reports" }],
        });
        const { roleArn, roleName, importRoleArn, exportRoleArn, importRoleName, exportRoleName } = state;
        assert.deepEqual(
            { roleArn, roleName, importRoleArn, exportRoleArn, importRoleName, exportRoleName },
            {
                roleArn: "",
                roleName: "",
                importRoleArn: "arn:aws:iam::123456789012:role/sales-role-import",
                exportRoleArn: "arn:aws:iam::123456789012:role/sales-role-export",
                importRoleName: "sales-role-import",
                exportRoleName: "sales-role-export",
            },
        );
    });

    it("asks for the AWS provider of the version that the plugin is made with", async () => {
        const { monitor } = await construct({ importFrom: [{ bucket: "raw" }] });
        const versions = monitor.registered
            .filter(({ request }) => request.getCustom())
            .map(({ request }) => request.getVersion());
        assert.deepEqual(versions, Array(3).fill(awsSdkVersion));
    });

    it("makes the same resources in preview, where a bucket is not known yet", async () => {
        const inputs = (bucket: Wire): Props => ({
            importFrom: [{ bucket }],
            exportTo: [{ bucket: "reports" }],
            clusters: [{ clusterIdentifier: "sales" }],
        });
        const later = await construct(inputs(unknownOutput(bucketUrn)), { preview: true });
        const now = await construct(inputs("raw"));
        const ids = ({ monitor }: typeof now) => monitor.registered.map(({ id }) => id).sort();
        assert.deepEqual(ids(later), ids(now));
        assert.deepEqual(later.resource(policy).inputs, { policy: unknown });
        assert.deepEqual(later.resource("aws:iam/policy:Policy sales-export").inputs, {
            policy: now.resource("aws:iam/policy:Policy sales-export").inputs.policy,
        });
        assert.deepEqual(later.logged, []);
    });

    it("answers in preview with what is known, and the rest as unknown", async () => {
        const { state } = await construct({ importFrom: [{ bucket: "raw" }] }, { preview: true });
        assert.deepEqual(state, {
            roleArn: unknown,
            roleName: unknown,
            importRoleArn: unknown,
            importRoleName: unknown,
            roleArns: unknown,
            policyArns: unknown,
            policyDocuments: [document("raw")],
            clusterParameters: unknown,
            databasePrivileges: ["AWS_LOAD_S3_ACCESS"],
            bucketPolicyStatements: unknown,
            keyPolicyStatements: unknown,
        });
    });

    const secrets: Record<string, Props> = {
        "an output": { importFrom: [{ bucket: output("raw", { secret: true }) }] },
        "a secret of older SDKs": { importFrom: [{ bucket: secret("raw") }] },
        "a secret location": { importFrom: [secret({ bucket: "raw" })] },
        "a secret list": { importFrom: secret([{ bucket: "raw" }]) },
    };
    for (const [form, inputs] of Object.entries(secrets)) {
        it(`keeps secret what is secret as ${form}`, async () => {
            const { resource, state } = await construct(inputs);
            assert.deepEqual(shownOf(resource(self).inputs), []);
            assert.deepEqual(resource(policy).inputs, { policy: secret(document("raw")) });
            assert.deepEqual(state.policyDocuments, secret([document("raw")]));
        });
    }

    const secretParts: Record<string, Props> = {
        "patterns of a secret list": { importFrom: secret([{ bucket: "raw", objects: ["hidden/*"] }]) },
        "patterns of a secret location": { exportTo: [secret({ bucket: "raw", objects: ["hidden/*"] })] },
        "names of secret clusters": {
            importFrom: [{ bucket: "raw" }],
            clusters: secret([{ clusterIdentifier: "sales", name: "hidden" }]),
        },
    };
    for (const [what, inputs] of Object.entries(secretParts)) {
        it(`registers the component with its ${what} as secrets, though they are plain inputs`, async () => {
            const { resource } = await construct(inputs);
            const shown = shownOf(resource(self).inputs).filter((value) => value.includes("hidden"));
            assert.deepEqual(shown, []);
        });
    }

    const dependents: Record<string, [Props, Record<string, string[]>?]> = {
        "an output": [{ importFrom: [{ bucket: output("raw", { dependencies: [bucketUrn] }) }] }],
        "a whole location": [{ importFrom: [output({ bucket: "raw" }, { dependencies: [bucketUrn] })] }],
        "a whole list": [{ importFrom: output([{ bucket: "raw" }], { dependencies: [bucketUrn] }) }],
        "an input with dependencies beside it": [
            { importFrom: [{ bucket: "raw" }] },
            { importFrom: [bucketUrn] },
        ],
    };
    for (const [form, [inputs, inputDependencies = {}]] of Object.entries(dependents)) {
        it(`depends on what a bucket depends on that is given as ${form}`, async () => {
            const { resource, dependencies } = await construct(inputs, { inputDependencies });
            assert.deepEqual(propertyDependencies(resource(self)), { importFrom: [bucketId] });
            assert.deepEqual(propertyDependencies(resource(policy)), { policy: [bucketId] });
            assert.deepEqual(dependencies.policyDocuments, [bucketId]);
        });
    }

    it("tells apart what each policy and output depends on", async () => {
        const { resource, dependencies } = await construct({
            importFrom: [{ bucket: output("raw", { dependencies: [bucketUrn] }) }],
            kmsKeys: [{ keyArn: output(keyArn, { dependencies: [keyUrn] }) }],
        });
        assert.deepEqual(propertyDependencies(resource(policy)), { policy: [bucketId] });
        assert.deepEqual(propertyDependencies(resource("aws:iam/policy:Policy sales-kms")), {
            policy: [keyId],
        });
        assert.deepEqual(dependencies.policyDocuments, [keyId, bucketId]);
        assert.deepEqual(dependencies.keyPolicyStatements, [role, keyId]);
    });

    it("has an association depend on the role alone for its ARN", async () => {
        const clusters = [{ clusterIdentifier: "sales" }];
        const { resource } = await construct({ importFrom: [{ bucket: "raw" }], clusters });
        assert.deepEqual(propertyDependencies(resource(association)), { roleArn: [role] });
    });

    it("knows a full policy beside an unknown location of the next one", async () => {
        const known = Array.from({ length: 33 }, (_, i) => ({ bucket: `raw-${i}` }));
        const importFrom = [...known, { bucket: unknownOutput() }];
        const { resource } = await construct({ importFrom }, { preview: true });
        assert.match(resource(policy).inputs.policy as string, /raw-32/);
    });
});

const byId = (one: { id: string }, other: { id: string }) => order.indexOf(one.id) - order.indexOf(other.id);
const order = [self, policy, role, attachment, association];

const propertyDependencies = ({ request }: { request: { getPropertydependenciesMap(): unknown } }) =>
    dependenciesOf(request.getPropertydependenciesMap());

/** The strings in inputs that are not secret. */
function shownOf(value: Wire): string[] {
    if (typeof value === "string") return [value];
    if (typeof value !== "object" || value === null || runtime.specialSigKey in value) return [];
    return Object.values(value).flatMap(shownOf);
}
