import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("bucket", [
    {
        kind: plain,
        broken: "the bucket does not exist",
        found: {
            code: "S3ACCESS050",
            problem: "The bucket raw does not exist.",
            evidence: ["Amazon S3 has no bucket raw (404)."],
            fix: "Use the name of the bucket in the SQL statement and in the policies, or create the bucket.",
            commands: ["aws s3api create-bucket --bucket raw --region us-east-1"],
            sqlErrors: [],
        },
    },
    {
        kind: plain,
        broken: "the URI names another Region",
        found: {
            code: "S3ACCESS051",
            problem: "The URI names eu-west-1, but the bucket raw is in us-east-1.",
            evidence: ["The bucket raw is in us-east-1, and sales in us-east-1."],
            fix: "Write the Region in the URI: s3-us-east-1://raw/incoming/orders.csv",
            commands: [],
            sqlErrors: ["ERROR 1815 (HY000): Internal error: Unable to initialize S3Stream"],
        },
    },
    {
        kind: { ...plain, engine: "postgresql", directions: ["export"], network: "nat" },
        broken: "the bucket is in another Region",
        found: {
            code: "S3ACCESS052",
            problem: "The bucket reports is not in the Region of sales.",
            evidence: ["The bucket reports is in eu-west-1, and sales in us-east-1."],
            fix: "Export to a bucket in the Region of the database.",
            commands: [],
            sqlErrors: [],
        },
    },
    {
        kind: { ...plain, engine: "postgresql", directions: ["export"], network: "nat" },
        broken: "PostgreSQL exports to a bucket of another account",
        found: {
            code: "S3ACCESS053",
            problem: "The bucket reports belongs to another account.",
            evidence: ["The account of the database does not own reports."],
            fix: "Export to a bucket in the account of the database.",
            commands: [],
            sqlErrors: [],
        },
    },
]);
