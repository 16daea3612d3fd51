import type { AuroraS3AccessArgs, PredefinedPolicy } from "../args";
import type { Direction } from "../policy/permissions";

/** What a policy is for: a direction, or the KMS keys beside them. */
export type Purpose = Direction | "kms";

/** Which inputs say what a policy grants, and what it is called. */
export interface PurposeInputs {
    readonly grants: keyof AuroraS3AccessArgs;
    readonly name: keyof AuroraS3AccessArgs;
    readonly description: keyof AuroraS3AccessArgs;
}

export const directions = ["import", "export"] as const satisfies readonly Direction[];

export const purposes = {
    import: { grants: "importFrom", name: "importPolicyName", description: "importPolicyDescription" },
    export: { grants: "exportTo", name: "exportPolicyName", description: "exportPolicyDescription" },
    kms: { grants: "kmsKeys", name: "kmsPolicyName", description: "kmsPolicyDescription" },
} as const satisfies Readonly<Record<Purpose, PurposeInputs>>;

/** The directions that each AWS managed policy is for. */
export const predefinedPolicies: Readonly<Record<PredefinedPolicy, readonly Direction[]>> = {
    AmazonS3ReadOnlyAccess: ["import"],
    AmazonS3FullAccess: ["import", "export"],
};
