import { clusterArn, type Cluster, isMysqlVersion, isPostgresqlVersion } from "./clusters";

type Inputs = Record<string, unknown>;

const described = {
    importFrom: ["importPolicyName", "importPolicyDescription"],
    exportTo: ["exportPolicyName", "exportPolicyDescription"],
    kmsKeys: ["kmsPolicyName", "kmsPolicyDescription"],
};
const ofNewRole = [
    "roleName",
    "roleDescription",
    "permissionsBoundary",
    "sourceAccount",
    "sourceArns",
    "sourceConditions",
];

/** Leaves out or changes what does not go together, so that most configurations are right. */
export function tidied(given: Inputs): Inputs {
    const it = { ...given };
    if (it.importFrom ?? it.exportTo) remove(it, ["predefinedPolicy"]);
    if (it.engine === "aurora-postgresql") forPostgresql(it);
    else if (isPostgresqlVersion(it.engineVersion)) remove(it, ["engineVersion"]);
    if (!it.importFrom && !it.exportTo && !it.predefinedPolicy && !it.kmsKeys)
        it.importFrom = [{ bucket: "raw-data" }];
    if (it.kmsKeys && !it.importFrom && !it.exportTo && !it.predefinedPolicy)
        remove(it, ["clusterParameterGroup"]);
    for (const [input, names] of Object.entries(described)) if (!it[input]) remove(it, names);
    if (it.existingRoleArn) forExistingRole(it);
    if (it.sourceConditions === "None") remove(it, ["sourceAccount", "sourceArns"]);
    if (it.sourceArns) it.sourceArns = coveringClusters(it.sourceArns as string[], it.clusters);
    if (it.clusterParameterGroup)
        it.clusterParameterGroup = withFamily(it.clusterParameterGroup, it.engineVersion);
    differentNames(it, ["importPolicyName", "exportPolicyName", "kmsPolicyName"]);
    return it;
}

function remove(it: Inputs, inputs: string[]): void {
    for (const input of inputs) delete it[input];
}

/** A role for each direction, no parameters, and keys only for a direction that is there. */
function forPostgresql(it: Inputs): void {
    const full = it.predefinedPolicy === "AmazonS3FullAccess";
    const [imports, exports] = [it.importFrom ?? it.predefinedPolicy, it.exportTo ?? full];
    remove(it, ["clusterParameterGroup"]);
    if (isMysqlVersion(it.engineVersion)) remove(it, ["engineVersion"]);
    if (imports && exports) remove(it, ["existingRoleArn"]);
    else if (!imports && !exports) remove(it, ["kmsKeys"]);
    else if (it.kmsKeys) {
        const keys = it.kmsKeys as Inputs[];
        it.kmsKeys = keys.map(({ keyArn }) => (exports ? { keyArn, forExport: true } : { keyArn }));
    }
    if (typeof it.roleName === "string") it.roleName = it.roleName.slice(0, 57);
}

function forExistingRole(it: Inputs): void {
    remove(it, ofNewRole);
    if (!it.importFrom && !it.exportTo && !it.kmsKeys && !it.clusterParameterGroup)
        remove(it, ["path", "tags"]);
}

/** What is to be assumed for a cluster that gets the role has to name that cluster. */
function coveringClusters(sourceArns: string[], clusters: unknown): string[] {
    const named = ((clusters ?? []) as Cluster[]).map(clusterArn);
    return [...new Set([...sourceArns, ...named])];
}

function withFamily(group: unknown, version: unknown): Inputs {
    const it = { ...(group as Inputs) };
    const ofVersion = typeof version === "string" && `aurora-mysql${version.split(".", 2).join(".")}`;
    if (ofVersion && it.family) it.family = ofVersion;
    if (!ofVersion) it.family ??= "aurora-mysql8.0";
    return it;
}

/** Policy names are unique in an account, in upper or lower case. */
function differentNames(it: Inputs, inputs: string[]): void {
    const seen = new Set<string>();
    for (const input of inputs) {
        const name = it[input];
        if (typeof name !== "string") continue;
        if (seen.has(name.toLowerCase())) delete it[input];
        seen.add(name.toLowerCase());
    }
}
