"""The ARNs of policies that calls of IAM are given."""

import re

from moto.iam.exceptions import InvalidInput, ValidationError

# Parameters that hold the ARN of a policy.
OF_POLICIES = ("PolicyArn", "PermissionsBoundary")


def check_policy_arn(arn: str, partition: str) -> None:
    """IAM holds ARNs against its own partition, service and types since 2024.

    https://github.com/cloud-gov/aws-broker/issues/383 (AWS's notice),
    https://github.com/pulumi/pulumi-aws-apigateway/issues/347 (its answer to another partition's ARN)
    """
    parts = arn.split(":", 5)
    if parts[0] != "arn" or len(parts) < 6:
        raise ValidationError("Invalid ARN:  Could not be parsed!")
    if parts[1] != partition:
        raise ValidationError("Invalid ARN partition")
    if parts[2:4] != ["iam", ""] or not re.fullmatch(r"(aws|\d{12}):policy/\S+", ":".join(parts[4:])):
        raise InvalidInput(f"ARN {arn} is not valid.")
