"""Bucket policies are checked when they are put, buckets are encrypted, and calls need the permissions that S3 names."""

from types import ModuleType
from typing import Any

from moto.s3 import urls
from moto.s3.exceptions import S3ClientError
from moto.s3.models import S3Backend, s3_backends

import s3_actions
import s3_owners
from policy_documents import as_list, statements_of


def malformed(message: str) -> S3ClientError:
    return S3ClientError("MalformedPolicy", message)


class S3(S3Backend):
    @property
    def _url_module(self) -> ModuleType:
        return urls

    def put_bucket_policy(self, bucket_name: str, policy: bytes) -> None:
        """https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html"""
        bucket_arn = self.get_bucket(bucket_name).arn
        try:
            statements = statements_of(policy)
        except (KeyError, TypeError, ValueError):
            raise malformed("Policies must be valid JSON and the first byte must be '{'") from None
        for statement in statements:
            if not {"Principal", "NotPrincipal"} & statement.keys():
                raise malformed("Missing required field Principal")
            for resource in as_list(statement.get("Resource", statement.get("NotResource"))):
                if resource != bucket_arn and not str(resource).startswith(f"{bucket_arn}/"):
                    raise malformed("Policy has invalid resource")
        super().put_bucket_policy(bucket_name, policy)


    def get_bucket_encryption(self, bucket_name: str) -> dict[str, Any]:
        """https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html"""
        by_default = {"Rule": {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}}
        return super().get_bucket_encryption(bucket_name) or by_default


def install() -> None:
    s3_backends.backend = S3
    s3_owners.install()
    s3_actions.install()
