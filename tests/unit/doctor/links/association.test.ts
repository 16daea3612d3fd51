import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("association", [
    {
        kind: plain,
        broken: "the role is not associated",
        found: {
            code: "S3ACCESS010",
            problem: "The role arn:aws:iam::123456789012:role/sales is not associated with sales.",
            evidence: ["Associated roles: none."],
            fix: "Associate the role with the database.",
            commands: [
                "aws rds add-role-to-db-cluster --db-cluster-identifier sales --role-arn arn:aws:iam::123456789012:role/sales --region us-east-1",
            ],
            pulumi: 'clusters: [{ clusterIdentifier: "sales" }]',
            sqlErrors: ["S3 API returned error: Missing Credentials: Cannot instantiate S3 Client"],
        },
    },
    {
        kind: plain,
        broken: "the association is PENDING",
        found: {
            code: "S3ACCESS011",
            problem: "The association of the role arn:aws:iam::123456789012:role/sales is pending.",
            evidence: ["The status of arn:aws:iam::123456789012:role/sales is PENDING."],
            fix: "Wait until the status is ACTIVE.",
            commands: [
                "aws rds describe-db-clusters --db-cluster-identifier sales --query 'DBClusters[0].AssociatedRoles' --region us-east-1",
            ],
            sqlErrors: ["S3 API returned error: Missing Credentials: Cannot instantiate S3 Client"],
        },
    },
    {
        kind: plain,
        broken: "the association is INVALID",
        found: {
            code: "S3ACCESS012",
            problem: "Amazon RDS cannot assume the role arn:aws:iam::123456789012:role/sales.",
            evidence: ["The status of arn:aws:iam::123456789012:role/sales is INVALID."],
            fix: "Correct the trust policy if it is wrong. Then remove the association and add it again.",
            commands: [
                "aws rds remove-role-from-db-cluster --db-cluster-identifier sales --role-arn arn:aws:iam::123456789012:role/sales --region us-east-1",
                "aws rds add-role-to-db-cluster --db-cluster-identifier sales --role-arn arn:aws:iam::123456789012:role/sales --region us-east-1",
            ],
            sqlErrors: ["S3 API returned error: Missing Credentials: Cannot instantiate S3 Client"],
        },
    },
    {
        kind: { ...plain, engine: "postgresql" },
        broken: "the role has another feature name",
        found: {
            code: "S3ACCESS013",
            problem: "No role is associated with sales for the feature s3Import.",
            evidence: [
                "Associated roles: arn:aws:iam::123456789012:role/sales-import for SageMaker (ACTIVE).",
            ],
            fix: "Associate a role with the feature name.",
            commands: [
                "aws rds remove-role-from-db-cluster --db-cluster-identifier sales --role-arn arn:aws:iam::123456789012:role/sales-import --feature-name SageMaker --region us-east-1",
                "aws rds add-role-to-db-cluster --db-cluster-identifier sales --role-arn arn:aws:iam::123456789012:role/sales-import --feature-name s3Import --region us-east-1",
            ],
            pulumi: 'clusters: [{ clusterIdentifier: "sales" }]',
            sqlErrors: [],
        },
    },
]);
