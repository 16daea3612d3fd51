import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("network", [
    {
        kind: plain,
        broken: "there is no way out",
        found: {
            code: "S3ACCESS080",
            problem: "The subnets of sales have no path to Amazon S3.",
            evidence: [
                "The route table rtb-1 of subnet-1 has no route to Amazon S3.",
                "The route table rtb-1 of subnet-2 has no route to Amazon S3.",
                "Gateway endpoints for Amazon S3: none.",
            ],
            fix: "Add a gateway endpoint for Amazon S3 to the route tables of the subnets.",
            commands: [
                "aws ec2 create-vpc-endpoint --vpc-id vpc-1 --service-name com.amazonaws.us-east-1.s3 --route-table-ids rtb-1 --region us-east-1",
            ],
            sqlErrors: [
                "ERROR 1871 (HY000): S3 API returned error: Network Connection",
                "ERROR 1815 (HY000): Internal error: Unable to initialize S3Stream",
            ],
        },
    },
    {
        kind: plain,
        broken: "the endpoint policy is for another bucket",
        found: {
            code: "S3ACCESS081",
            problem:
                "The policy of the endpoint vpce-1 does not allow s3:GetObject, s3:GetObjectVersion, s3:ListBucket.",
            evidence: [
                "No statement allows s3:ListBucket on arn:aws:s3:::raw.",
                "No statement allows s3:GetObject on arn:aws:s3:::raw/incoming/orders.csv.",
                "No statement allows s3:GetObjectVersion on arn:aws:s3:::raw/incoming/orders.csv.",
            ],
            fix: "Allow the actions in the policy of the endpoint.",
            commands: [
                'aws ec2 modify-vpc-endpoint --vpc-endpoint-id vpce-1 --policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::another/*","Principal":"*"},{"Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],"Resource":["arn:aws:s3:::raw/incoming/orders.csv"],"Principal":"*"},{"Effect":"Allow","Action":["s3:ListBucket"],"Resource":["arn:aws:s3:::raw"],"Principal":"*"}]}\' --region us-east-1',
            ],
            sqlErrors: [],
        },
    },
    {
        kind: plain,
        broken: "the security group allows nothing",
        found: {
            code: "S3ACCESS082",
            problem: "The security groups sg-1 don't allow outbound HTTPS to Amazon S3.",
            evidence: ["sg-1 has no outbound rule."],
            fix: "Allow outbound HTTPS to the prefix list of Amazon S3.",
            commands: [
                "aws ec2 authorize-security-group-egress --group-id sg-1 --ip-permissions 'IpProtocol=tcp,FromPort=443,ToPort=443,PrefixListIds=[{PrefixListId=pl-63a5400a}]' --region us-east-1",
            ],
            sqlErrors: ["ERROR 1871 (HY000): S3 API returned error: Network Connection"],
        },
    },
    {
        kind: plain,
        broken: "the network ACL allows nothing out",
        found: {
            code: "S3ACCESS083",
            problem: "The network ACLs acl-1 block the traffic to Amazon S3.",
            evidence: ["acl-1 is for subnet-1, subnet-2."],
            fix: "Allow outbound port 443 and inbound ports 1024 to 65535.",
            commands: [
                "aws ec2 create-network-acl-entry --network-acl-id acl-1 --protocol tcp --cidr-block 0.0.0.0/0 --rule-action allow --egress --rule-number 99 --port-range From=443,To=443 --region us-east-1",
                "aws ec2 create-network-acl-entry --network-acl-id acl-1 --protocol tcp --cidr-block 0.0.0.0/0 --rule-action allow --ingress --rule-number 99 --port-range From=1024,To=65535 --region us-east-1",
            ],
            sqlErrors: ["ERROR 1871 (HY000): S3 API returned error: Network Connection"],
        },
    },
]);
