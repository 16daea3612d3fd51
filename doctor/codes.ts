import type { Direction, Engine } from "../provider/policy/permissions";
import type { Link } from "./finding";

/** What a code stands for: the text of the report and of its page in the documentation. */
export interface Code {
    readonly link: Link;
    /** In one line, without a full stop. */
    readonly title: string;
    /** Why it breaks the access, in one or two sentences. */
    readonly cause: string;
    /** What to do, in one or two sentences. */
    readonly fix: string;
    readonly sqlErrors: readonly SqlError[];
}

/** An error in SQL, word for word. Only those that a source quotes are listed. */
export interface SqlError {
    readonly text: string;
    readonly engine: Engine;
    /** Undefined for both. */
    readonly direction?: Direction;
}

const mysql = (text: string): SqlError => ({ text, engine: "aurora-mysql" });

const notSpecified = mysql(
    "S3 API returned error: Both aurora_load_from_s3_role and aws_default_s3_role are not specified, please see documentation for more details",
);
const missingCredentials = mysql("S3 API returned error: Missing Credentials: Cannot instantiate S3 Client");
const noStream: SqlError = {
    ...mysql("ERROR 1815 (HY000): Internal error: Unable to initialize S3Stream"),
    direction: "import",
};
const network: readonly SqlError[] = [
    mysql("ERROR 1871 (HY000): S3 API returned error: Network Connection"),
    {
        text: "CURL error code: 28 when attempting to validate pre-signed URL, 1 attempt(s) remaining",
        engine: "aurora-postgresql",
        direction: "import",
    },
    { text: "could not upload to Amazon S3", engine: "aurora-postgresql", direction: "export" },
];

/** The codes, in the order of the chain. A code is never used again for something else. */
export const codes = {
    S3ACCESS001: {
        link: "database",
        title: "The engine version has no access to Amazon S3",
        cause: "Aurora PostgreSQL and Amazon RDS for PostgreSQL import from Amazon S3 from version 10.7.",
        fix: "Upgrade the database to a later version.",
        sqlErrors: [],
    },
    S3ACCESS010: {
        link: "association",
        title: "The role is not associated with the database",
        cause: "The database can use only the roles that Amazon RDS has associated with it. A parameter alone is not enough.",
        fix: "Associate the role with the database.",
        sqlErrors: [missingCredentials],
    },
    S3ACCESS011: {
        link: "association",
        title: "The association of the role is pending",
        cause: "Amazon RDS has not yet finished associating the role. Until it is ACTIVE, the database has no credentials of the role.",
        fix: "Wait until the status is ACTIVE.",
        sqlErrors: [missingCredentials],
    },
    S3ACCESS012: {
        link: "association",
        title: "The association of the role is invalid",
        cause: "Amazon RDS could not assume the role when it last tried.",
        fix: "Correct the trust policy if it is wrong. Then remove the association and add it again.",
        sqlErrors: [missingCredentials],
    },
    S3ACCESS013: {
        link: "association",
        title: "No role is associated for this feature",
        cause: "PostgreSQL finds the role by the feature name of its association: s3Import for imports, s3Export for exports. Roles with other feature names don't count.",
        fix: "Associate a role with the feature name.",
        sqlErrors: [],
    },
    S3ACCESS020: {
        link: "parameter",
        title: "The cluster uses the default parameter group",
        cause: "Aurora MySQL finds the role by a cluster parameter. The parameters of a default parameter group cannot be changed.",
        fix: "Create a DB cluster parameter group that names the role, assign it to the cluster, and reboot the instances.",
        sqlErrors: [notSpecified],
    },
    S3ACCESS021: {
        link: "parameter",
        title: "The cluster parameter is not set",
        cause: "Aurora MySQL finds the role by a cluster parameter, which has no value in the DB cluster parameter group of the cluster.",
        fix: "Set the parameter to the ARN of the role.",
        sqlErrors: [notSpecified],
    },
    S3ACCESS022: {
        link: "parameter",
        title: "The cluster parameter names another role",
        cause: "Aurora MySQL uses the role that the parameter names. This is another one than the associated role with access to the bucket.",
        fix: "Set the parameter to the ARN of the role.",
        sqlErrors: [missingCredentials],
    },
    S3ACCESS023: {
        link: "parameter",
        title: "An instance has not applied the parameter group",
        cause: "After a cluster gets another parameter group, each instance uses it only after a reboot. Until then, the instance can use other values of the parameters.",
        fix: "Reboot the instance.",
        sqlErrors: [notSpecified],
    },
    S3ACCESS024: {
        link: "parameter",
        title: "The cluster parameter is not the ARN of a role",
        cause: "The value must be the full ARN of the role, not its name.",
        fix: "Set the parameter to the ARN of the role.",
        sqlErrors: [],
    },
    S3ACCESS030: {
        link: "trust",
        title: "The role does not exist",
        cause: "The role was deleted, or replaced by one with another name.",
        fix: "Create the role again, or use another one.",
        sqlErrors: [missingCredentials],
    },
    S3ACCESS031: {
        link: "trust",
        title: "The trust policy does not allow Amazon RDS to assume the role",
        cause: "No statement of the trust policy allows sts:AssumeRole to rds.amazonaws.com.",
        fix: "Add a statement for rds.amazonaws.com to the trust policy.",
        sqlErrors: [missingCredentials],
    },
    S3ACCESS032: {
        link: "trust",
        title: "A condition of the trust policy cannot be met",
        cause: "The trust policy allows rds.amazonaws.com only with conditions that are not met for this database, for example, another account or the ARN of another cluster.",
        fix: "Correct the condition, so that it matches the account and the ARN of the database.",
        sqlErrors: [missingCredentials],
    },
    S3ACCESS033: {
        link: "trust",
        title: "The trust policy denies Amazon RDS to assume the role",
        cause: "A Deny statement of the trust policy applies to rds.amazonaws.com.",
        fix: "Remove or narrow the Deny statement.",
        sqlErrors: [missingCredentials],
    },
    S3ACCESS040: {
        link: "policies",
        title: "The policies of the role don't allow the actions on the bucket",
        cause: "The actions on the bucket need a statement with the ARN of the bucket itself, without /*.",
        fix: "Allow the actions on the ARN of the bucket.",
        sqlErrors: [],
    },
    S3ACCESS041: {
        link: "policies",
        title: "The policies of the role don't allow the actions on the objects",
        cause: "The actions on objects need a statement with the ARN of the objects: the ARN of the bucket, a slash, and the key or a pattern that matches it.",
        fix: "Allow the actions on the ARN of the objects.",
        sqlErrors: [noStream],
    },
    S3ACCESS042: {
        link: "policies",
        title: "The policies of the role don't allow the use of the KMS key",
        cause: "Amazon S3 uses the KMS key of encrypted objects on behalf of the role. Exports need kms:Decrypt, too: without it, small exports work and large ones fail.",
        fix: "Allow the actions on the ARN of the key.",
        sqlErrors: [],
    },
    S3ACCESS043: {
        link: "policies",
        title: "The permissions boundary of the role doesn't allow the actions",
        cause: "A role can do only what both its policies and its permissions boundary allow.",
        fix: "Allow the actions in the permissions boundary.",
        sqlErrors: [],
    },
    S3ACCESS044: {
        link: "policies",
        title: "A policy of the role denies the actions",
        cause: "A Deny statement overrides every Allow statement.",
        fix: "Remove or narrow the Deny statement.",
        sqlErrors: [],
    },
    S3ACCESS050: {
        link: "bucket",
        title: "The bucket does not exist",
        cause: "The name is misspelled, or the bucket was deleted or replaced by one with another name.",
        fix: "Use the name of the bucket in the SQL statement and in the policies, or create the bucket.",
        sqlErrors: [],
    },
    S3ACCESS051: {
        link: "bucket",
        title: "The SQL statement does not name the Region of the bucket",
        cause: "Without a Region in the URI, Aurora MySQL looks for the bucket in the Region of the cluster.",
        fix: "Write the Region of the bucket in the URI.",
        sqlErrors: [noStream],
    },
    S3ACCESS052: {
        link: "bucket",
        title: "The bucket is in another Region than the database",
        cause: "PostgreSQL exports only to buckets in the Region of the database.",
        fix: "Export to a bucket in the Region of the database.",
        sqlErrors: [],
    },
    S3ACCESS053: {
        link: "bucket",
        title: "The bucket belongs to another account",
        cause: "PostgreSQL doesn't support exports to buckets of other accounts.",
        fix: "Export to a bucket in the account of the database.",
        sqlErrors: [],
    },
    S3ACCESS055: {
        link: "bucketPolicy",
        title: "The bucket policy denies the actions",
        cause: "A Deny statement of the bucket policy applies to the role. It overrides every Allow statement.",
        fix: "Narrow the Deny statement, so that it does not apply to the role.",
        sqlErrors: [],
    },
    S3ACCESS056: {
        link: "bucketPolicy",
        title: "The policy of a bucket in another account doesn't allow the actions",
        cause: "Access across accounts needs both the policies of the role and the bucket policy.",
        fix: "The owner of the bucket adds the statements to the bucket policy.",
        sqlErrors: [],
    },
    S3ACCESS060: {
        link: "key",
        title: "The KMS key cannot be used",
        cause: "Nothing can be encrypted or decrypted with a key that is not enabled, or that does not exist.",
        fix: "Enable the key, or encrypt the objects with another one.",
        sqlErrors: [],
    },
    S3ACCESS061: {
        link: "key",
        title: "The key policy allows neither the role nor its account",
        cause: "The policies of a role count only if the key policy leaves the decision to the account. Otherwise, the key policy or a grant must allow the role.",
        fix: "Add the statement to the key policy.",
        sqlErrors: [],
    },
    S3ACCESS062: {
        link: "key",
        title: "The key policy denies the actions",
        cause: "A Deny statement of the key policy applies to the role. It overrides every Allow statement and every grant.",
        fix: "Narrow the Deny statement, so that it does not apply to the role.",
        sqlErrors: [],
    },
    S3ACCESS063: {
        link: "key",
        title: "The engine version doesn't support customer managed keys",
        cause: "Aurora MySQL supports objects that are encrypted with a customer managed key from version 3.05.",
        fix: "Upgrade the cluster, or use a bucket without a customer managed key.",
        sqlErrors: [],
    },
    S3ACCESS064: {
        link: "key",
        title: "The objects are encrypted with the AWS managed key of another account",
        cause: "The key policy of the AWS managed key aws/s3 allows only its own account, and cannot be changed.",
        fix: "The owner of the bucket encrypts the objects with a customer managed key, or with SSE-S3.",
        sqlErrors: [],
    },
    S3ACCESS070: {
        link: "objects",
        title: "No object matches",
        cause: "The bucket has no object whose key starts with the one in the URI.",
        fix: "Correct the key in the SQL statement. Keys are case-sensitive.",
        sqlErrors: [],
    },
    S3ACCESS080: {
        link: "network",
        title: "The subnets have no path to Amazon S3",
        cause: "A private cluster needs a gateway endpoint for Amazon S3 in the route tables of its subnets, or a NAT gateway.",
        fix: "Add a gateway endpoint for Amazon S3 to the route tables of the subnets.",
        sqlErrors: [...network, noStream],
    },
    S3ACCESS081: {
        link: "network",
        title: "The policy of the VPC endpoint does not allow the actions",
        cause: "Requests through a VPC endpoint must be allowed by its policy, too.",
        fix: "Allow the actions in the policy of the endpoint.",
        sqlErrors: [],
    },
    S3ACCESS082: {
        link: "network",
        title: "The security groups block outbound HTTPS",
        cause: "No rule of the security groups of the database allows outbound traffic to Amazon S3 on port 443.",
        fix: "Allow outbound HTTPS to the prefix list of Amazon S3.",
        sqlErrors: network,
    },
    S3ACCESS083: {
        link: "network",
        title: "The network ACLs block the traffic to Amazon S3",
        cause: "Network ACLs are stateless: they must allow port 443 out, and the ephemeral ports in.",
        fix: "Allow outbound port 443 and inbound ports 1024 to 65535.",
        sqlErrors: network,
    },
} as const satisfies Record<string, Code>;

export type CodeName = keyof typeof codes;

export const codeNames = Object.keys(codes) as CodeName[];

/** The page of a code, in the repository. */
export const docsPage = (code: string): string => `docs/doctor/${code}.md`;
