import { AuroraS3Access } from "../../provider";
import { policiesOfRole, trustOfRole } from "../support/attached";
import type { Emulator } from "../support/emulator/emulator";
import { TestStack } from "../support/engine";
import { setUp } from "../support/setUp";
import type { AnyPolicyDocument } from "../../provider/policy/evaluation";
import { features, type FeatureName } from "./matrix/features";
import type { Row } from "./matrix/expected";
import { createSurroundings, type Keys } from "./surroundings";

/** What the engine has deployed: a component for each feature. */
export interface Deployed {
    readonly aws: Emulator;
    readonly keys: Keys;
    readonly roleOf: (row: Pick<Row, "feature" | "role">) => string;
    /** The documents as IAM has them. */
    readonly documentsOf: (roleArn: string) => Promise<AnyPolicyDocument[]>;
    readonly trustOf: (roleArn: string) => Promise<AnyPolicyDocument>;
}

type RoleArns = Record<"both" | "import" | "export", string | undefined>;

let deployed: Promise<Deployed> | undefined;

/** Deploys all features in one update, once for all tests of this process: the account ends with it. */
export function useDeployed(): () => Deployed {
    let ready: Deployed;
    before(async function () {
        this.timeout(600_000);
        ready = await (deployed ??= deploy());
    });
    return () => ready;
}

async function deploy(): Promise<Deployed> {
    const { aws, stack: options } = await setUp();
    const keys = await createSurroundings(aws.aws);
    const stack = await TestStack.inline(
        "privilege",
        () => {
            const roles: Record<string, object> = {};
            for (const [name, feature] of Object.entries(features)) {
                const { roleArn, importRoleArn, exportRoleArn } = new AuroraS3Access(
                    name,
                    feature.args(keys),
                );
                roles[name] = { both: roleArn, import: importRoleArn, export: exportRoleArn };
            }
            return roles;
        },
        options,
    );
    try {
        const outputs = (await stack.up()).outputs as Record<FeatureName, RoleArns>;
        return {
            aws,
            keys,
            roleOf: ({ feature, role }) => {
                const arn = outputs[feature][role ?? "both"];
                if (arn === undefined)
                    throw new Error(`${feature} has no role for ${role ?? "both directions"}.`);
                return arn;
            },
            documentsOf: async (roleArn) =>
                Object.values(await policiesOfRole(aws.aws, roleArn)) as AnyPolicyDocument[],
            trustOf: (roleArn) => trustOfRole(aws.aws, roleArn) as Promise<AnyPolicyDocument>,
        };
    } finally {
        stack.dispose();
    }
}
