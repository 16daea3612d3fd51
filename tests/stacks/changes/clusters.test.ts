import { iam, rds } from "@pulumi/aws";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import type { Program } from "../../support/engine";
import { access, claimChanges } from "./change";

const importFrom = [{ bucket: "raw" }];
const exportTo = [{ bucket: "reports" }];
const itself = "update AuroraS3Access sales";

type Args = Partial<AuroraS3AccessArgs>;

/** An access beside the clusters that it names, and others. */
const withClusters =
    (args: (eu: rds.Cluster, us: rds.Cluster) => Args, euIdentifier?: string): Program =>
    () => {
        const cluster = (name: string, clusterIdentifier?: string) =>
            new rds.Cluster(name, {
                clusterIdentifier,
                engine: "aurora-mysql",
                masterUsername: "administrator",
                manageMasterUserPassword: true,
                skipFinalSnapshot: true,
            });
        new AuroraS3Access("sales", { importFrom, ...args(cluster("eu", euIdentifier), cluster("us")) });
    };

const none = withClusters(() => ({}));
const ofEu = withClusters((eu) => ({ clusters: [{ clusterIdentifier: eu.clusterIdentifier }] }));
const ofUs = withClusters((_, us) => ({ clusters: [{ clusterIdentifier: us.clusterIdentifier }] }));
const ofBoth = withClusters((eu, us) => ({
    clusters: [
        { clusterIdentifier: eu.clusterIdentifier },
        { clusterIdentifier: us.clusterIdentifier, name: "us" },
    ],
}));
const ofBothTurned = withClusters((eu, us) => ({
    clusters: [
        { clusterIdentifier: us.clusterIdentifier, name: "us" },
        { clusterIdentifier: eu.clusterIdentifier },
    ],
}));
const ofUsByName = withClusters((_, us) => ({
    clusters: [{ clusterIdentifier: us.clusterIdentifier, name: "us" }],
}));
const named = (identifier: string) =>
    withClusters((eu) => ({ clusters: [{ clusterIdentifier: eu.clusterIdentifier }] }), identifier);

const association = "rds.ClusterRoleAssociation sales-cluster";
const replacedFor = (property: string, reasons: string) =>
    `replace ${association} [${property}] replace because of ${reasons}`;

claimChanges("an edit of the clusters", [
    { edit: "a first cluster is associated", from: none, to: ofEu, steps: [`create ${association}`, itself] },
    { edit: "no cluster any more", from: ofEu, to: none, steps: [`delete ${association}`, itself] },
    {
        edit: "a second cluster leaves the first association",
        from: ofEu,
        to: ofBoth,
        steps: [`create ${association}-us`, itself],
    },
    {
        edit: "the second cluster taken out leaves the first association",
        from: ofBoth,
        to: ofEu,
        steps: [`delete ${association}-us`, itself],
    },
    {
        edit: "the first cluster taken out leaves the second association",
        from: ofBoth,
        to: ofUsByName,
        steps: [`delete ${association}`, itself],
    },
    { edit: "another order changes nothing in AWS", from: ofBoth, to: ofBothTurned, steps: [itself] },
    {
        edit: "another cluster in its place",
        from: ofEu,
        to: ofUs,
        steps: [replacedFor("dbClusterIdentifier", "dbClusterIdentifier,id"), itself].sort(),
    },
    {
        edit: "a cluster that is renamed, and so replaced",
        from: named("change-table-old"),
        to: named("change-table-new"),
        steps: [
            "replace rds.Cluster eu [clusterIdentifier] replace because of clusterIdentifier,id",
            replacedFor("dbClusterIdentifier", "dbClusterIdentifier,id"),
            itself,
        ].sort(),
    },
    {
        edit: "another role is associated in place of the first",
        from: withClusters((eu) => ({
            clusters: [{ clusterIdentifier: eu.clusterIdentifier }],
            path: "/a/",
        })),
        to: withClusters((eu) => ({ clusters: [{ clusterIdentifier: eu.clusterIdentifier }], path: "/b/" })),
        steps: [
            "replace iam.Policy sales-import [path] replace because of id,path",
            "replace iam.Role sales-role [path] replace because of id,path",
            "replace iam.RolePolicyAttachment sales-import [policyArn,role] replace because of id,policyArn,role",
            replacedFor("roleArn", "id,roleArn"),
            itself,
        ].sort(),
    },
    {
        edit: "exporting too leaves the association",
        from: ofEu,
        to: withClusters((eu) => ({ exportTo, clusters: [{ clusterIdentifier: eu.clusterIdentifier }] })),
        steps: ["create iam.Policy sales-export", "create iam.RolePolicyAttachment sales-export", itself],
    },
]);

/** An access on a role that the program has made, or on its own. */
const onRole =
    (which?: "loader" | "other"): Program =>
    () => {
        const assumeRolePolicy = {
            Version: "2012-10-17" as const,
            Statement: [
                {
                    Effect: "Allow" as const,
                    Principal: { Service: "rds.amazonaws.com" },
                    Action: "sts:AssumeRole",
                },
            ],
        };
        const roles = {
            loader: new iam.Role("loader", { assumeRolePolicy }),
            other: new iam.Role("other", { assumeRolePolicy }),
        };
        new AuroraS3Access("sales", { importFrom, existingRoleArn: which && roles[which].arn });
    };

const reattached = "replace iam.RolePolicyAttachment sales-import [role] replace because of id,role";

claimChanges("an edit of the role to attach to", [
    {
        edit: "a role of the user's in place of our own",
        from: onRole(),
        to: onRole("loader"),
        steps: ["delete iam.Role sales-role", reattached, itself],
    },
    {
        edit: "our own role in place of the user's",
        from: onRole("loader"),
        to: onRole(),
        steps: ["create iam.Role sales-role", reattached, itself],
    },
    {
        edit: "another role of the user's",
        from: onRole("loader"),
        to: onRole("other"),
        steps: [reattached, itself],
    },
]);

const v2 = "5.7.mysql_aurora.2.12.5";
const v3 = "8.0.mysql_aurora.3.10.0";
const group = "rds.ClusterParameterGroup sales-parameters";
const grouped = (args: Args) => access({ importFrom, engineVersion: v3, clusterParameterGroup: {}, ...args });

claimChanges("an edit of the parameter group", [
    {
        edit: "a parameter group added",
        from: access({ importFrom, engineVersion: v3 }),
        to: grouped({}),
        steps: [`create ${group}`, itself],
    },
    {
        edit: "the parameter group removed",
        from: grouped({}),
        to: access({ importFrom, engineVersion: v3 }),
        steps: [`delete ${group}`, itself],
    },
    {
        edit: "a parameter of the user's added",
        from: grouped({}),
        to: grouped({
            clusterParameterGroup: { parameters: [{ name: "server_audit_logging", value: "1" }] },
        }),
        steps: [itself, `update ${group} [parameters]`],
    },
    {
        edit: "the description changed",
        from: grouped({}),
        to: grouped({ clusterParameterGroup: { description: "Sales" } }),
        steps: [`replace ${group} [description] replace because of description,id`, itself],
    },
    {
        edit: "the name given",
        from: grouped({}),
        to: grouped({ clusterParameterGroup: { name: "change-table" } }),
        steps: [`replace ${group} [name] replace because of id,name`, itself],
    },
    {
        edit: "exporting too changes no parameter of version 3",
        from: grouped({}),
        to: grouped({ exportTo }),
        steps: ["create iam.Policy sales-export", "create iam.RolePolicyAttachment sales-export", itself],
    },
    {
        edit: "exporting too adds the other parameter of version 2",
        from: grouped({ engineVersion: v2 }),
        to: grouped({ engineVersion: v2, exportTo }),
        steps: [
            "create iam.Policy sales-export",
            "create iam.RolePolicyAttachment sales-export",
            itself,
            `update ${group} [parameters]`,
        ],
    },
]);

claimChanges("an edit of the engine", [
    {
        edit: "version 3 in place of 2 replaces the parameter group",
        from: grouped({ engineVersion: v2 }),
        to: grouped({ engineVersion: v3 }),
        steps: [`replace ${group} [family,parameters] replace because of family,id`, itself],
    },
    {
        edit: "another version 3 changes nothing in AWS",
        from: grouped({ engineVersion: v3 }),
        to: grouped({ engineVersion: "8.0.mysql_aurora.3.04.0" }),
        steps: [itself],
    },
    {
        edit: "PostgreSQL in place of MySQL makes a role for each direction",
        from: access({ importFrom, exportTo }),
        to: access({ importFrom, exportTo, engine: "aurora-postgresql" }),
        steps: [
            "create iam.Role sales-role-export",
            "create iam.Role sales-role-import",
            "delete iam.Role sales-role",
            "replace iam.RolePolicyAttachment sales-export [role] replace because of id,role",
            "replace iam.RolePolicyAttachment sales-import [role] replace because of id,role",
            itself,
            "update iam.Policy sales-export [policy]",
            "update iam.Policy sales-import [policy]",
        ],
    },
    {
        edit: "a second direction on PostgreSQL gets its own role and leaves the first",
        from: access({ importFrom, engine: "aurora-postgresql" }),
        to: access({ importFrom, exportTo, engine: "aurora-postgresql" }),
        steps: [
            "create iam.Policy sales-export",
            "create iam.Role sales-role-export",
            "create iam.RolePolicyAttachment sales-export",
            itself,
        ],
    },
]);
