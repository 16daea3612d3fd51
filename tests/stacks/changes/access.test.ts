import { iam, rds } from "@pulumi/aws";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import type { Program } from "../../support/engine";
import { claimChanges } from "./change";

type Args = Partial<AuroraS3AccessArgs>;

/** An access called `sales` unless said otherwise, beside clusters of both engines and a role. */
const access =
    (args: Args, name = "sales", formerName?: string): Program =>
    () => {
        for (const [clusterIdentifier, engine] of Object.entries({
            eu: "aurora-mysql",
            us: "aurora-mysql",
            orders: "aurora-postgresql",
        })) {
            new rds.Cluster(clusterIdentifier, {
                clusterIdentifier,
                engine,
                masterUsername: "administrator",
                manageMasterUserPassword: true,
                skipFinalSnapshot: true,
            });
        }
        const Principal = { Service: "rds.amazonaws.com" };
        const statement = { Effect: "Allow" as const, Principal, Action: "sts:AssumeRole" };
        const assumeRolePolicy = { Version: "2012-10-17" as const, Statement: [statement] };
        new iam.Role("loader", { name: "loader", assumeRolePolicy });
        const aliases = formerName === undefined ? [] : [{ name: formerName }];
        new AuroraS3Access(name, args, { aliases });
    };

const existingRoleArn = "arn:aws:iam::123456789012:role/loader";
const importFrom = [{ bucket: "raw" }];
const exportTo = [{ bucket: "reports" }];
const postgresql = { engine: "aurora-postgresql" } as const;
const itself = "update AuroraS3Access sales";

const attached = (role: string, policy: string) => `iam role policy attachment ${role} ${policy}`;
const associated = (cluster: string, role: string) => `rds cluster role association ${cluster} ${role}`;

const eu = { clusterIdentifier: "eu" };
const us = { clusterIdentifier: "us" };
const orders = { clusterIdentifier: "orders" };
const ofClusters = (...clusters: NonNullable<Args["clusters"]>) => access({ importFrom, clusters });
const ofOrders = (entry: object) =>
    access({ importFrom, exportTo, ...postgresql, clusters: [{ ...orders, ...entry }] });

const euHasRole = [attached("sales-role", "sales-import"), associated("eu", "sales-role")];
const bothHaveRole = [...euHasRole, associated("us", "sales-role")];
const ordersHasRoles = [
    attached("sales-role-export", "sales-export"),
    attached("sales-role-import", "sales-import"),
    `${associated("orders", "sales-role-export")} s3Export`,
    `${associated("orders", "sales-role-import")} s3Import`,
];

claimChanges("an edit of an entry's name leaves its cluster the role:", [
    {
        edit: "the only entry gets a name",
        from: ofClusters(eu),
        to: ofClusters({ ...eu, name: "eu" }),
        steps: [itself],
        held: euHasRole,
    },
    {
        edit: "the only entry gets another name",
        from: ofClusters({ ...eu, name: "eu" }),
        to: ofClusters({ ...eu, name: "europe", formerNames: ["eu"] }),
        steps: [itself],
        held: euHasRole,
    },
    {
        edit: "the only entry loses its name",
        from: ofClusters({ ...eu, name: "europe" }),
        to: ofClusters({ ...eu, formerNames: ["europe"] }),
        steps: [itself],
        held: euHasRole,
    },
    {
        edit: "the only entry gets a name, and a second one comes",
        from: ofClusters(eu),
        to: ofClusters({ ...eu, name: "eu", formerNames: [""] }, { ...us, name: "us" }),
        steps: ["create rds.ClusterRoleAssociation sales-cluster-us", itself],
        held: bothHaveRole,
    },
    {
        edit: "both get other names",
        from: ofClusters({ ...eu, name: "eu" }, { ...us, name: "us" }),
        to: ofClusters(
            { ...us, name: "america", formerNames: ["us"] },
            { ...eu, name: "europe", formerNames: ["eu", "never"] },
        ),
        steps: [itself],
        held: bothHaveRole,
    },
    {
        edit: "former names can go once they are told",
        from: ofClusters({ ...us, name: "america", formerNames: ["us"] }, { ...eu, name: "europe" }),
        to: ofClusters({ ...us, name: "america" }, { ...eu, name: "europe" }),
        steps: [itself],
        held: bothHaveRole,
    },
    {
        edit: "the only entry on Aurora PostgreSQL gets a name",
        from: ofOrders({}),
        to: ofOrders({ name: "import" }),
        steps: [itself],
        held: ordersHasRoles,
    },
    {
        edit: "the only entry on Aurora PostgreSQL loses its name",
        from: ofOrders({ name: "import" }),
        to: ofOrders({ formerNames: ["import"] }),
        steps: [itself],
        held: ordersHasRoles,
    },
]);

claimChanges("an edit of an entry's name and of the component's at once leaves its cluster the role:", [
    {
        edit: "the only entry gets a name, and the component another one",
        from: ofClusters(eu),
        to: access({ importFrom, clusters: [{ ...eu, name: "eu" }] }, "marketing", "sales"),
        steps: ["update AuroraS3Access marketing"],
        held: euHasRole,
    },
]);

const readsAll = { predefinedPolicy: "AmazonS3ReadOnlyAccess", existingRoleArn } as const;
const loaderReadsAll = attached("loader", "AmazonS3ReadOnlyAccess");

claimChanges("an edit of the engine leaves a role that exists its AWS managed policy:", [
    {
        edit: "Aurora PostgreSQL in place of Aurora MySQL",
        from: access(readsAll),
        to: access({ ...readsAll, ...postgresql }),
        steps: [itself],
        held: [loaderReadsAll],
    },
    {
        edit: "Aurora MySQL in place of Aurora PostgreSQL",
        from: access({ ...readsAll, ...postgresql }),
        to: access(readsAll),
        steps: [itself],
        held: [loaderReadsAll],
    },
    {
        edit: "Aurora PostgreSQL in place of Aurora MySQL, with a cluster of each",
        from: access({ ...readsAll, clusters: [eu] }),
        to: access({ ...readsAll, ...postgresql, clusters: [orders] }),
        steps: [
            "create rds.ClusterRoleAssociation sales-cluster-import",
            "delete rds.ClusterRoleAssociation sales-cluster",
            itself,
        ],
        held: [loaderReadsAll, `${associated("orders", "loader")} s3Import`],
    },
    {
        edit: "the policy on a role of our own",
        from: access({ predefinedPolicy: "AmazonS3ReadOnlyAccess" }),
        to: access({ predefinedPolicy: "AmazonS3ReadOnlyAccess", ...postgresql }),
        steps: [
            "create iam.Role sales-role-import",
            "delete iam.Role sales-role",
            "replace iam.RolePolicyAttachment sales-AmazonS3ReadOnlyAccess [role] replace because of id,role",
            itself,
        ],
        held: [attached("sales-role-import", "AmazonS3ReadOnlyAccess")],
    },
    {
        edit: "the other policy, which both roles of Aurora PostgreSQL have",
        from: access({ predefinedPolicy: "AmazonS3FullAccess" }),
        to: access({ predefinedPolicy: "AmazonS3FullAccess", ...postgresql }),
        steps: [
            "create iam.Role sales-role-export",
            "create iam.Role sales-role-import",
            "create iam.RolePolicyAttachment sales-AmazonS3FullAccess-export",
            "create iam.RolePolicyAttachment sales-AmazonS3FullAccess-import",
            "delete iam.Role sales-role",
            "delete iam.RolePolicyAttachment sales-AmazonS3FullAccess",
            itself,
        ],
        held: [
            attached("sales-role-export", "AmazonS3FullAccess"),
            attached("sales-role-import", "AmazonS3FullAccess"),
        ],
    },
]);

const onLoader = (args: Args) => access({ ...args, ...postgresql, existingRoleArn, clusters: [orders] });

claimChanges("an edit of the direction on a role that exists", [
    {
        edit: "frees it of the one feature before it gets the other, as RDS takes a role for one",
        from: onLoader({ importFrom }),
        to: onLoader({ exportTo }),
        steps: [
            "create iam.Policy sales-export",
            "create iam.RolePolicyAttachment sales-export",
            "delete iam.Policy sales-import",
            "delete iam.RolePolicyAttachment sales-import",
            "replace rds.ClusterRoleAssociation sales-cluster-export [featureName] replace because of featureName,id, the old one first",
            itself,
        ],
        held: [attached("loader", "sales-export"), `${associated("orders", "loader")} s3Export`],
    },
]);

const named = { importPolicyName: "load", roleName: "sales", clusters: [eu] };
const renamed = { importPolicyName: "loading", roleName: "selling", clusters: [eu] };
const onPath = (path: string, args = named) => access({ importFrom, ...args, path });
const heldBy = (role: string, policy: string) => [
    attached(role.split("/").at(-1)!, policy),
    associated("eu", role),
];
const deletedFirst = [
    "replace iam.Policy sales-import [path] replace because of id,path, the old one first",
    "replace iam.Role sales-role [path] replace because of id,path, the old one first",
    "replace iam.RolePolicyAttachment sales-import, the old one first",
    "replace rds.ClusterRoleAssociation sales-cluster, the old one first",
    itself,
];

claimChanges("an edit of what has a given name and only a new resource can have:", [
    {
        edit: "the description of a policy, which is deleted first",
        from: onPath("/"),
        to: access({ importFrom, ...named, path: "/", importPolicyDescription: "What Aurora loads" }),
        steps: [
            "replace iam.Policy sales-import [description] replace because of description,id, the old one first",
            "replace iam.RolePolicyAttachment sales-import, the old one first",
            itself,
        ],
        held: heldBy("sales", "load"),
    },
    {
        edit: "the path, where role and policy are deleted first",
        from: onPath("/"),
        to: onPath("/aurora/"),
        steps: deletedFirst,
        held: heldBy("aurora/sales", "aurora/load"),
    },
    {
        edit: "the path along with the names, where all is there before anything goes",
        from: onPath("/aurora/"),
        to: onPath("/", renamed),
        steps: [
            "replace iam.Policy sales-import [name,path] replace because of id,name,path",
            "replace iam.Role sales-role [name,path] replace because of id,name,path",
            "replace iam.RolePolicyAttachment sales-import [policyArn,role] replace because of id,policyArn,role",
            "replace rds.ClusterRoleAssociation sales-cluster [roleArn] replace because of id,roleArn",
            itself,
        ],
        held: heldBy("selling", "loading"),
    },
    ...["/a/", "/b/"].map((path, i, paths) => ({
        edit: `the path once more, ${path}`,
        from: onPath(paths[i - 1] ?? "/"),
        to: onPath(path),
        steps: deletedFirst,
        held: heldBy(`${path.slice(1)}sales`, `${path.slice(1)}load`),
    })),
]);
