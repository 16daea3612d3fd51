import type { AccidentName } from "./accident";
import type { Happening } from "./happen";
import { claimAccidents, type Row } from "./table";

/** The same accident at several calls. */
const at = (during: Happening["during"], accident: AccidentName, ...calls: string[]): Row[] =>
    calls.map((call) => ({ during, accident, at: call }));

claimAccidents("after an accident nothing is lost, and no orphan is left:", [
    ...at(
        "first up",
        "aws plugin killed",
        "iam:CreatePolicy sales-import",
        "iam:CreatePolicy sales-kms",
        "iam:CreateRole",
        "iam:AttachRolePolicy sales-export",
        "rds:AddRoleToDBCluster",
        "rds:CreateDBClusterParameterGroup",
    ),
    ...at(
        "first up, plugin",
        "our plugin killed",
        "iam:CreateRole",
        "iam:AttachRolePolicy sales-kms",
        "rds:AddRoleToDBCluster",
    ),
    ...at(
        "first up",
        "engine killed",
        "iam:CreatePolicy sales-export",
        "iam:CreateRole",
        "rds:AddRoleToDBCluster",
    ),
    ...at("first up", "Ctrl-C", "iam:CreateRole", "rds:AddRoleToDBCluster"),
    ...at("first up", "throttled", "iam:CreatePolicy sales-import", "rds:AddRoleToDBCluster"),
    ...at("first up", "AWS fails", "iam:CreateRole"),
    ...at("first up", "AWS not available", "rds:CreateDBClusterParameterGroup"),
    ...at("first up", "role new to RDS", "rds:AddRoleToDBCluster"),
    ...at("first up", "role new to IAM", "iam:AttachRolePolicy sales-import"),
    ...at("first up", "cluster busy", "rds:AddRoleToDBCluster"),
    ...at(
        "first up",
        "call denied",
        "iam:CreatePolicy sales-kms",
        "iam:CreateRole",
        "iam:AttachRolePolicy sales-export",
        "rds:AddRoleToDBCluster",
        "rds:CreateDBClusterParameterGroup",
    ),
    ...at("first up", "answer lost, tried again", "iam:AttachRolePolicy sales-import"),
    ...at("first up, PostgreSQL", "call denied", "rds:AddRoleToDBCluster sales-role-export"),

    ...at(
        "role renamed",
        "aws plugin killed",
        "iam:CreateRole",
        "iam:AttachRolePolicy",
        "rds:AddRoleToDBCluster",
        "rds:ModifyDBClusterParameterGroup",
        "rds:RemoveRoleFromDBCluster",
        "iam:DeleteRole",
    ),
    ...at("role renamed", "call denied", "rds:AddRoleToDBCluster"),
    ...at("role renamed", "role new to IAM", "iam:AttachRolePolicy"),
    ...at("role renamed", "cluster busy", "rds:RemoveRoleFromDBCluster"),
    ...at("path changed", "engine killed", "iam:AttachRolePolicy sales-import", "iam:DeletePolicy"),
    ...at("path changed", "call denied", "iam:AttachRolePolicy sales-export", "iam:DetachRolePolicy"),
    ...at("path changed", "Ctrl-C", "rds:AddRoleToDBCluster"),
    ...at(
        "location put in front",
        "aws plugin killed",
        "iam:CreatePolicyVersion",
        "iam:AttachRolePolicy sales-import-2",
    ),
    ...at("location put in front", "call denied", "iam:CreatePolicyVersion"),

    ...at(
        "destroy",
        "aws plugin killed",
        "rds:RemoveRoleFromDBCluster",
        "iam:DetachRolePolicy",
        "iam:DeletePolicy sales-kms",
    ),
    ...at("destroy", "engine killed", "rds:RemoveRoleFromDBCluster"),
    ...at("destroy", "Ctrl-C, destroying", "iam:DetachRolePolicy sales-export"),
    ...at("destroy", "role in use still", "iam:DeleteRole"),
    ...at("destroy", "call denied", "iam:DeleteRole"),
    {
        during: "destroy",
        accident: "aws plugin killed, AWS carries on",
        at: "iam:DeleteRole",
        ghosts: ["iam role sales-role"],
    },
]);

// AWS has done what it was asked for, and the one that asked has never heard of it: of real AWS no more is to be had, as
// the state is written from the answers. What has an automatic name is made again, under another one.
const unheardOf = (
    accident: AccidentName,
    call: string,
    orphan: string,
    during: Row["during"] = "first up",
): Row => ({
    during,
    accident,
    at: call,
    orphans: [orphan],
});
const association = "rds cluster role association warehouse sales-role";
const roleByName = unheardOf(
    "aws plugin killed, AWS carries on",
    "iam:CreateRole",
    "iam role loader",
    "first up, role named",
);
const parameterGroup = "rds cluster parameter group sales-parameters";

claimAccidents("where AWS carries on unheard, just what it made last is left in no state:", [
    unheardOf(
        "aws plugin killed, AWS carries on",
        "iam:CreatePolicy sales-import",
        "iam policy sales-import",
    ),
    unheardOf("aws plugin killed, AWS carries on", "iam:CreateRole", "iam role sales-role"),
    unheardOf("engine killed, AWS carries on", "iam:CreateRole", "iam role sales-role"),
    unheardOf("answer lost", "iam:CreatePolicy sales-kms", "iam policy sales-kms"),
    unheardOf("answer lost", "iam:CreateRole", "iam role sales-role"),
    unheardOf("answer lost", "rds:CreateDBClusterParameterGroup", parameterGroup),
    // The group is there, but not yet its parameters.
    unheardOf("aws plugin killed", "rds:ModifyDBClusterParameterGroup", parameterGroup),
    // What has a given name AWS refuses to make again, until it is taken over or taken away.
    { ...roleByName, nextTells: /EntityAlreadyExists/ },
    { ...roleByName, remedy: "pulumi import of the role" },
    // So it does with the association of a role that it has made.
    {
        ...unheardOf("answer lost", "rds:AddRoleToDBCluster", association),
        nextTells: /DBClusterRoleAlreadyExists/,
    },
    {
        ...unheardOf("answer lost", "rds:AddRoleToDBCluster", association),
        remedy: "pulumi import of the association",
    },
    {
        ...unheardOf("engine killed, AWS carries on", "rds:AddRoleToDBCluster", association),
        remedy: "remove-role-from-db-cluster",
    },
]);
