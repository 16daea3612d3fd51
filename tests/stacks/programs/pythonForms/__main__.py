"""The forms of inputs that docs/guides/python-types.md says work, whether they pass a type checker or not."""

import pulumi
import pulumi_aws as aws
from pulumi_aurora_s3_access import AuroraEngine, AuroraS3Access, S3LocationArgs, S3LocationArgsDict

locations: list[S3LocationArgsDict] = [{"bucket": name} for name in ["raw", "partners"]]
mysql = AuroraS3Access("mysql", import_from=locations)
AuroraS3Access("args", import_from=[S3LocationArgs(bucket="raw", objects=["incoming/*"])])
member = AuroraS3Access("member", export_to=[{"bucket": "raw"}], engine=AuroraEngine.AURORA_POSTGRESQL)
string = AuroraS3Access("string", export_to=[{"bucket": "raw"}], engine="aurora-postgresql")  # type: ignore

as_it_is = aws.rds.ClusterParameterGroup(
    "as-it-is",
    family="aurora-mysql8.0",
    parameters=mysql.cluster_parameters,  # type: ignore
)
converted = aws.rds.ClusterParameterGroup(
    "converted",
    family="aurora-mysql8.0",
    parameters=mysql.cluster_parameters.apply(
        lambda parameters: [aws.rds.ClusterParameterGroupParameterArgs(**parameter) for parameter in parameters]
    ),
)

pulumi.export("expected", mysql.cluster_parameters)
pulumi.export("asItIs", as_it_is.parameters)
pulumi.export("converted", converted.parameters)
pulumi.export("member", member.policy_documents)
pulumi.export("string", string.policy_documents)
