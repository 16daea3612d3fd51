"""S3 calls of a session also need its permission to use the KMS key of an encrypted object."""

from typing import Any

from moto.core.authorization import ActionAuthenticatorMixin
from moto.iam.access_control import S3IAMRequest

from access_control import is_session
from kms import key_arn

judge_s3_action = ActionAuthenticatorMixin._authenticate_and_authorize_s3_action


def kms_actions(method: str, action: str, query: dict[str, Any]) -> list[str]:
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"""
    if method == "GET" and action in ("GetObject", "GetObjectVersion"):
        return ["kms:Decrypt"]
    if action == "PutObject":
        # https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
        multipart = "uploads" in query or "uploadId" in query
        return ["kms:GenerateDataKey", "kms:Decrypt"] if multipart else ["kms:GenerateDataKey"]
    return []


def encryption_key(response: Any, bucket_name: str, key_name: str) -> str | None:
    """The ARN of the KMS key that the object is, or is to be, encrypted with."""
    bucket = response.backend.get_bucket(bucket_name)
    if response.method == "GET":
        stored = response.backend.get_object(bucket_name, key_name)
        key = stored and stored.kms_key_id
    else:
        rule = (bucket.encryption or {}).get("Rule", {}).get("ApplyServerSideEncryptionByDefault", {})
        key = response.headers.get("x-amz-server-side-encryption-aws-kms-key-id", rule.get("KMSMasterKeyID"))
    return key and key_arn(response.current_account, bucket.region_name, key)


def judge_s3_action_and_key(self: Any, bucket_name: str | None = None, key_name: str | None = None) -> None:
    judge_s3_action(self, bucket_name, key_name)
    if not (is_session(self) and bucket_name and key_name):
        return
    actions = kms_actions(self.method, self.data["Action"], self.querystring)
    arn = encryption_key(self, bucket_name, key_name) if actions else None
    if arn is None:
        return
    request = S3IAMRequest(
        self.current_account, self.method, self.raw_path, self.data, self.raw_body, self.headers, action=""
    )
    for request._action in actions:
        request.check_action_permitted(arn)


def install() -> None:
    ActionAuthenticatorMixin._authenticate_and_authorize_s3_action = judge_s3_action_and_key  # type: ignore[method-assign]
