import { allow, policyDocument, type PolicyDocument } from "./document";
import { keyPermissions } from "./permissions";

/** A KMS key that the cluster can use. */
export interface Key {
    /** The ARN of the key. */
    readonly keyArn: string;
    /** Whether the cluster also writes objects that this key encrypts. Defaults to false. */
    readonly forExport?: boolean | undefined;
}

/**
 * Returns the policy document for `kmsKeys`: `kms:Decrypt`, and for keys with `forExport` also `kms:GenerateDataKey`. See the
 * [AWS documentation](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.KMSCreatePolicy.html).
 *
 * @param keys - The keys. Their order doesn't matter.
 */
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
