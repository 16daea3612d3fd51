import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("parameter", [
    {
        kind: plain,
        broken: "the parameter is empty",
        found: {
            code: "S3ACCESS021",
            problem: "The parameter aws_default_s3_role is not set in the parameter group sales.",
            evidence: ["aws_default_s3_role has no value in sales."],
            fix: "Set the parameter to the ARN of the role.",
            commands: [
                "aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name sales --parameters ParameterName=aws_default_s3_role,ParameterValue=arn:aws:iam::123456789012:role/sales,ApplyMethod=immediate --region us-east-1",
            ],
            pulumi: "parameters: access.clusterParameters",
            sqlErrors: [
                "S3 API returned error: Both aurora_load_from_s3_role and aws_default_s3_role are not specified, please see documentation for more details",
            ],
        },
    },
    {
        kind: plain,
        broken: "the cluster has the default group",
        found: {
            code: "S3ACCESS020",
            problem:
                "The parameter aws_default_s3_role is not set in the parameter group default.aurora-mysql8.0.",
            evidence: ["aws_default_s3_role has no value in default.aurora-mysql8.0."],
            fix: "Create a DB cluster parameter group that names the role, assign it to the cluster, and reboot the instances.",
            commands: [
                "aws rds create-db-cluster-parameter-group --db-cluster-parameter-group-name sales-s3-access --db-parameter-group-family aurora-mysql8.0 --description 'Amazon S3 access of sales' --region us-east-1",
                "aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name sales-s3-access --parameters ParameterName=aws_default_s3_role,ParameterValue=arn:aws:iam::123456789012:role/sales,ApplyMethod=immediate --region us-east-1",
                "aws rds modify-db-cluster --db-cluster-identifier sales --db-cluster-parameter-group-name sales-s3-access --apply-immediately --region us-east-1",
                "aws rds reboot-db-instance --db-instance-identifier sales-1 --region us-east-1",
                "aws rds reboot-db-instance --db-instance-identifier sales-2 --region us-east-1",
            ],
            pulumi: "dbClusterParameterGroupName: access.clusterParameterGroupName",
            sqlErrors: [
                "S3 API returned error: Both aurora_load_from_s3_role and aws_default_s3_role are not specified, please see documentation for more details",
            ],
        },
    },
    {
        kind: plain,
        broken: "the parameter names another associated role",
        found: {
            code: "S3ACCESS022",
            problem:
                "The parameter aws_default_s3_role names the role arn:aws:iam::123456789012:role/another instead of arn:aws:iam::123456789012:role/sales.",
            evidence: [
                "aws_default_s3_role is arn:aws:iam::123456789012:role/another in sales.",
                "The associated role with access to the bucket is arn:aws:iam::123456789012:role/sales.",
            ],
            fix: "Set the parameter to the ARN of the role.",
            commands: [
                "aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name sales --parameters ParameterName=aws_default_s3_role,ParameterValue=arn:aws:iam::123456789012:role/sales,ApplyMethod=immediate --region us-east-1",
            ],
            pulumi: "parameters: access.clusterParameters",
            sqlErrors: ["S3 API returned error: Missing Credentials: Cannot instantiate S3 Client"],
        },
    },
    {
        kind: plain,
        broken: "the parameter is a name",
        found: {
            code: "S3ACCESS024",
            problem: "The parameter aws_default_s3_role is not the ARN of a role.",
            evidence: ['aws_default_s3_role is "sales" in sales.'],
            fix: "Set the parameter to the ARN of the role.",
            commands: [
                "aws rds modify-db-cluster-parameter-group --db-cluster-parameter-group-name sales --parameters ParameterName=aws_default_s3_role,ParameterValue=arn:aws:iam::123456789012:role/sales,ApplyMethod=immediate --region us-east-1",
            ],
            pulumi: "parameters: access.clusterParameters",
            sqlErrors: [],
        },
    },
    {
        kind: plain,
        broken: "an instance awaits a reboot",
        found: {
            code: "S3ACCESS023",
            problem: "sales-2 must be rebooted to apply sales.",
            evidence: ["The reader sales-2 is pending-reboot."],
            fix: "Reboot the instance.",
            commands: ["aws rds reboot-db-instance --db-instance-identifier sales-2 --region us-east-1"],
            sqlErrors: [
                "S3 API returned error: Both aurora_load_from_s3_role and aws_default_s3_role are not specified, please see documentation for more details",
            ],
        },
    },
]);
