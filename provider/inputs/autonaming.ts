import * as pulumi from "@pulumi/pulumi";

/** What the component creates without a name. */
const types = [
    "aws:iam/role:Role",
    "aws:iam/policy:Policy",
    "aws:rds/clusterParameterGroup:ClusterParameterGroup",
];

/**
 * Whether resources without a name get one in Pulumi's own way. The stack's configuration, which the engine hands to each
 * program and plugin, can have it otherwise.
 * https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming-configuration
 */
export function namesAreAutomatic(): boolean {
    const configured = pulumi.runtime.getConfig("pulumi:autonaming");
    if (configured === undefined) return true;
    try {
        const everywhere = JSON.parse(configured) as Autonaming;
        const ofAws = everywhere.providers?.aws;
        return types.every((type) => {
            const [naming = {}] = [ofAws?.resources?.[type], ofAws, everywhere].filter(isGiven);
            return naming.mode === "default" || !isGiven(naming);
        });
    } catch {
        // The engine tells of it.
        return false;
    }
}

interface Naming {
    readonly mode?: string;
    readonly pattern?: string;
}

/** As https://github.com/pulumi/pulumi/blob/master/pkg/cmd/pulumi/autonaming/json.go has it. */
interface Autonaming extends Naming {
    readonly providers?: Record<string, Naming & { readonly resources?: Record<string, Naming> }>;
}

const isGiven = (naming: Naming | undefined): naming is Naming =>
    naming?.mode !== undefined || naming?.pattern !== undefined;
