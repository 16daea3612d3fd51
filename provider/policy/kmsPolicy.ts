import { allow, policyDocument, type PolicyDocument } from "./document";
import { keyPermissions } from "./permissions";

/** A KMS key, and whether Aurora also encrypts with it. */
export interface Key {
    readonly keyArn: string;
    readonly forExport?: boolean | undefined;
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.KMSCreatePolicy.html */
export function kmsPolicyDocument(keys: readonly Key[]): PolicyDocument {
    return policyDocument(
        allow(
            keys.map(({ keyArn, forExport }) => ({
                resource: keyArn,
                actions: keyPermissions[forExport ? "export" : "import"],
            })),
        ),
    );
}
