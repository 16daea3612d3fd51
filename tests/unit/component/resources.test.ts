import type * as pulumi from "@pulumi/pulumi";
import { unknownValue } from "@pulumi/pulumi/runtime";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../../provider";
import { Other, run } from "./program";

const component = "aurora-s3-access:index:AuroraS3Access sales";
const role = "aws:iam/role:Role sales-role";
const policy = (purpose: string) => `aws:iam/policy:Policy sales-${purpose}`;
const attachment = (purpose: string) => `aws:iam/rolePolicyAttachment:RolePolicyAttachment sales-${purpose}`;
const association = (suffix = "") =>
    `aws:rds/clusterRoleAssociation:ClusterRoleAssociation sales-cluster${suffix}`;
const key = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

const everything = {
    importFrom: [{ bucket: "raw" }],
    exportTo: [{ bucket: "reports" }],
    kmsKeys: [{ keyArn: key }],
    clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "us", name: "us" }],
};

describe("the resources of the component", () => {
    it("are a policy for each purpose, a role, the attachments and an association for each cluster", async () => {
        const { resources } = await run(() => new AuroraS3Access("sales", everything));
        assert.deepEqual(
            resources.map(({ id }) => id).sort(),
            [
                component,
                ...["import", "export", "kms"].flatMap((purpose) => [policy(purpose), attachment(purpose)]),
                role,
                association(),
                association("-us"),
            ].sort(),
        );
    });

    it("are all children of the component", async () => {
        const { resources } = await run(() => new AuroraS3Access("sales", everything));
        const children = resources.filter(({ id }) => id !== component);
        assert.deepEqual([...new Set(children.map(({ parent }) => parent))], [component]);
    });

    const shapes: { args: object; expected: string[] }[] = [
        { args: { importFrom: everything.importFrom }, expected: [policy("import"), attachment("import")] },
        { args: { exportTo: everything.exportTo }, expected: [policy("export"), attachment("export")] },
        { args: { kmsKeys: everything.kmsKeys }, expected: [policy("kms"), attachment("kms")] },
        {
            args: { predefinedPolicy: "AmazonS3ReadOnlyAccess" },
            expected: [attachment("AmazonS3ReadOnlyAccess")],
        },
        {
            args: { predefinedPolicy: "AmazonS3FullAccess", kmsKeys: everything.kmsKeys },
            expected: [attachment("AmazonS3FullAccess"), policy("kms"), attachment("kms")],
        },
    ];
    for (const { args, expected } of shapes) {
        it(`are no more than asked for with ${Object.keys(args).join(" and ")}`, async () => {
            const { resources } = await run(() => new AuroraS3Access("sales", args));
            assert.deepEqual(resources.map(({ id }) => id).sort(), [component, role, ...expected].sort());
        });
    }

    it("are all shown by a first preview, whose buckets, keys and clusters do not exist yet", async () => {
        const access = (
            bucket: pulumi.Input<string>,
            keyArn: pulumi.Input<string>,
            cluster: pulumi.Input<string>,
        ) =>
            new AuroraS3Access("sales", {
                importFrom: [{ bucket, kmsKeyArn: keyArn }],
                exportTo: [{ bucket }],
                kmsKeys: [{ keyArn }],
                clusters: [{ clusterIdentifier: cluster }],
            });
        const preview = await run(
            () => {
                const { id } = new Other("new");
                access(id, id, id);
            },
            { preview: true },
        );
        const update = await run(() => access("raw", key, "eu"));
        assert.deepEqual(
            preview.resources.map(({ id }) => id).sort(),
            [...update.resources.map(({ id }) => id), "test:index:Other new"].sort(),
        );
        assert.deepEqual(preview.resource(policy("import")).inputs, { policy: unknownValue });
    });
});

describe("an association", () => {
    it("waits until every policy is attached", async () => {
        const { resource } = await run(() => new AuroraS3Access("sales", everything));
        assert.deepEqual(resource(association()).dependencies, [
            role,
            attachment("export"),
            attachment("import"),
            attachment("kms"),
        ]);
    });

    it("waits for the predefined policy too", async () => {
        const { resource } = await run(
            () =>
                new AuroraS3Access("sales", {
                    predefinedPolicy: "AmazonS3FullAccess",
                    clusters: everything.clusters,
                }),
        );
        assert.deepEqual(resource(association()).dependencies, [role, attachment("AmazonS3FullAccess")]);
    });

    it("names the cluster and the role, and no feature, which Aurora MySQL refuses", async () => {
        const { resource } = await run(() => new AuroraS3Access("sales", everything));
        assert.deepEqual(resource(association("-us")).inputs, {
            dbClusterIdentifier: "us",
            roleArn: "arn:aws:iam::123456789012:role/sales-role",
        });
    });

    it("is replaced while its role is still there on Aurora MySQL", async () => {
        const { resource } = await run(() => new AuroraS3Access("sales", everything));
        assert.equal(resource(association()).deleteBeforeReplace, false);
    });

    it("is deleted before it is replaced on Aurora PostgreSQL, as a cluster has one role for a feature", async () => {
        const { resource } = await run(
            () =>
                new AuroraS3Access("sales", {
                    engine: "aurora-postgresql",
                    importFrom: everything.importFrom,
                    clusters: [{ clusterIdentifier: "eu" }],
                }),
        );
        assert.equal(resource(association("-import")).deleteBeforeReplace, true);
    });
});

describe("an attachment", () => {
    for (const name of ["AmazonS3ReadOnlyAccess", "AmazonS3FullAccess"] as const) {
        it(`attaches ${name} of the partition`, async () => {
            const { resource } = await run(() => new AuroraS3Access("sales", { predefinedPolicy: name }), {
                partition: "aws-us-gov",
            });
            assert.deepEqual(resource(attachment(name)).inputs, {
                role: "sales-role",
                policyArn: `arn:aws-us-gov:iam::aws:policy/${name}`,
            });
        });
    }

    it("attaches the policy that was written", async () => {
        const { resource } = await run(() => new AuroraS3Access("sales", everything));
        assert.deepEqual(resource(attachment("kms")).inputs, {
            role: "sales-role",
            policyArn: "arn:aws:iam::123456789012:policy/sales-kms",
        });
    });

    const filling = (policies: number) => ({
        importFrom: Array.from({ length: 33 * policies }, (_, i) => ({ bucket: `raw-${i}` })),
    });

    it("is made before the one that it replaces goes, while a role has room for both", async () => {
        const { resources } = await run(() => new AuroraS3Access("sales", filling(5)));
        const attachments = resources.filter(({ id }) => id.startsWith(attachment("import")));
        assert.deepEqual(
            attachments.map(({ deleteBeforeReplace }) => deleteBeforeReplace),
            [false, false, false, false, false],
        );
    });

    it("of a predefined policy is so too", async () => {
        const predefined = () => new AuroraS3Access("sales", { predefinedPolicy: "AmazonS3FullAccess" });
        const { resource } = await run(predefined);
        assert.equal(resource(attachment("AmazonS3FullAccess")).deleteBeforeReplace, false);
    });

    it("makes room first, as is the provider's way, where a role has no room for both", async () => {
        const { resources } = await run(() => new AuroraS3Access("sales", filling(6)));
        const attachments = resources.filter(({ id }) => id.startsWith(attachment("import")));
        assert.deepEqual(
            attachments.map(({ deleteBeforeReplace }) => deleteBeforeReplace),
            [undefined, undefined, undefined, undefined, undefined, undefined],
        );
    });
});

describe("a policy", () => {
    const names = { roleName: "aurora", importPolicyName: "load" };

    it("with a given name takes its turn after a role with one, as both may have to be deleted first", async () => {
        const { resource } = await run(() => new AuroraS3Access("sales", { ...everything, ...names }));
        assert.deepEqual(resource(policy("import")).dependencies, [role]);
        assert.deepEqual(resource(policy("export")).dependencies, []);
    });

    for (const name of Object.keys(names) as (keyof typeof names)[]) {
        it(`does not wait for the role where only ${name} is given`, async () => {
            const { resource } = await run(
                () => new AuroraS3Access("sales", { ...everything, [name]: names[name] }),
            );
            assert.deepEqual(resource(policy("import")).dependencies, []);
        });
    }
});
