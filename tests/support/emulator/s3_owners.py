"""Who asks about a bucket, and where: other accounts, other Regions, and what HEAD tells those who may not look."""

from http import HTTPStatus
from typing import Any

from moto.iam.access_control import PermissionResult
from moto.s3.exceptions import BucketAccessDeniedError, MissingBucket, S3ClientError
from moto.s3.models import FakeBucket
from moto.s3.responses import S3Response

import aws_errors
from access_control import is_session

answer_bucket_call = S3Response._bucket_response

REDIRECT = aws_errors.AwsError(
    "PermanentRedirect",
    HTTPStatus.MOVED_PERMANENTLY,
    "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all "
    "future requests to this endpoint.",
)


def find(response: Any, name: str) -> FakeBucket | None:
    """The bucket of that name, in whichever account."""
    try:
        bucket: FakeBucket = response.backend.get_bucket(name)
    except MissingBucket:
        return None
    return bucket


def belongs_to(bucket: FakeBucket, account: str) -> bool:
    return bool(bucket.account_id == account)


def check_owner(response: Any, bucket: FakeBucket) -> None:
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html"""
    expected = response.headers.get("x-amz-expected-bucket-owner")
    if expected and not belongs_to(bucket, expected):
        raise BucketAccessDeniedError(bucket.name)
    if not belongs_to(bucket, response.current_account):
        # Only its policy can open it, and moto takes a policy to mean whoever calls.
        permission = bucket.get_permission(f"s3:{response.data['Action']}", bucket.arn)
        if permission != PermissionResult.PERMITTED:
            raise BucketAccessDeniedError(bucket.name)


def is_elsewhere(response: Any, bucket: FakeBucket) -> bool:
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html#VirtualHostingBackwardsCompatibility"""
    return bool(bucket.region_name != response.region)


def head(response: Any, request: Any, url: str, bucket: FakeBucket) -> Any:
    """https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html"""
    headers = {"x-amz-bucket-region": bucket.region_name}
    if is_elsewhere(response, bucket):
        return REDIRECT.status.value, headers, ""
    try:
        response._set_action("BUCKET", "HEAD", {})
        check_owner(response, bucket)
        return answer_bucket_call(response, request, url)
    except S3ClientError:
        return HTTPStatus.FORBIDDEN.value, headers, ""


def bucket_response(self: Any, request: Any, url: str) -> Any:
    name = self.parse_bucket_name_from_url(request, url)
    bucket = name and find(self, name)
    if not bucket or request.method not in ("GET", "HEAD"):
        return answer_bucket_call(self, request, url)
    if request.method == "HEAD":
        return head(self, request, url, bucket)
    query = self._get_querystring(request, url)
    self._set_action("BUCKET", "GET", query)
    check_owner(self, bucket)
    # The account's own credentials ask from everywhere, as leftovers.ts does.
    if is_session(self) and "location" not in query and is_elsewhere(self, bucket):
        _, body = aws_errors.s3_xml(REDIRECT, REDIRECT.message)
        return REDIRECT.status.value, {"x-amz-bucket-region": bucket.region_name}, body
    return answer_bucket_call(self, request, url)


def install() -> None:
    S3Response._bucket_response = bucket_response  # type: ignore[method-assign]
