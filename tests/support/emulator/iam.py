"""IAM's quotas, conflicts and constraints that moto does not hold callers to."""

import json
from functools import cache
from types import ModuleType
from typing import Any
from urllib.parse import quote

from moto.core.common_types import TYPE_RESPONSE
from moto.core.responses import ActionResult
from moto.core.utils import get_service_model
from moto.iam import urls
from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.exceptions import (
    DeleteConflictException,
    LimitExceededException,
    MalformedPolicyDocument,
    ValidationError,
)
from moto.iam.models import (
    AWSManagedPolicy,
    IAMBackend,
    ManagedPolicy,
    PolicyVersion,
    Role,
    iam_backends,
)
from moto.iam.policy_validation import IAMPolicyDocumentValidator, IAMTrustPolicyDocumentValidator
from moto.iam.responses import IamResponse

import constraints

# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
POLICIES_PER_ROLE = 10
POLICY_SIZE = 6144


@cache
def s3_managed_policies() -> dict[str, Any]:
    """Those for S3 of AWS's thousand policies, which every partition would load anew after every reset."""
    policies: dict[str, Any] = json.loads(aws_managed_policies_data)
    return {name: policy for name, policy in policies.items() if name.startswith("AmazonS3")}


def check_document(document: str) -> None:
    validator = IAMPolicyDocumentValidator(document)
    validator.validate()
    if any({"Principal", "NotPrincipal"} & statement.keys() for statement in validator._statements):
        raise MalformedPolicyDocument("Policy document should not specify a principal.")
    if len("".join(document.split())) > POLICY_SIZE:
        raise LimitExceededException(f"Cannot exceed quota for PolicySize: {POLICY_SIZE}")


class Iam(IAMBackend):
    @property
    def _url_module(self) -> ModuleType:
        return urls

    def _init_aws_policies(self) -> list[ManagedPolicy]:
        return [
            AWSManagedPolicy.from_data(name, self.account_id, self.region_name, policy)
            for name, policy in s3_managed_policies().items()
        ]

    def create_policy(
        self,
        description: str,
        path: str,
        policy_document: str,
        policy_name: str,
        tags: list[dict[str, str]],
    ) -> ManagedPolicy:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html"""
        check_document(policy_document)
        return super().create_policy(description, path, policy_document, policy_name, tags)

    def create_policy_version(
        self, policy_arn: str, policy_document: str, set_as_default: bool
    ) -> PolicyVersion:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html"""
        check_document(policy_document)
        return super().create_policy_version(policy_arn, policy_document, set_as_default)

    def delete_policy(self, policy_arn: str) -> None:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html"""
        policy = self.get_policy(policy_arn)
        if policy.attachment_count:
            raise DeleteConflictException("Cannot delete a policy attached to entities.")
        if len(policy.versions) > 1:
            raise DeleteConflictException(
                "This policy has more than one version. Before you delete a policy, you must delete the "
                "policy's versions. The default version is deleted with the policy."
            )
        super().delete_policy(policy_arn)

    def create_role(self, role_name: str, assume_role_policy_document: str, *more: Any, **named: Any) -> Role:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"""
        IAMTrustPolicyDocumentValidator(assume_role_policy_document).validate()
        return super().create_role(role_name, assume_role_policy_document, *more, **named)

    def attach_role_policy(self, policy_arn: str, role_name: str) -> None:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html"""
        attached = self.get_role(role_name).managed_policies
        if policy_arn in attached:
            return
        if len(attached) >= POLICIES_PER_ROLE:
            raise LimitExceededException(f"Cannot exceed quota for PoliciesPerRole: {POLICIES_PER_ROLE}")
        super().attach_role_policy(policy_arn, role_name)


class IamCalls(IamResponse):
    def call_action(self) -> TYPE_RESPONSE:
        operation = get_service_model("iam").operation_model(self._get_action())
        broken = constraints.unmet(operation, self.params)
        if broken:
            return self.serialized(ActionResult(ValidationError(broken)))
        return super().call_action()

    def get_policy_version(self) -> ActionResult:
        """Documents come URL-encoded: https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html"""
        version = self.backend.get_policy_version(self.params["PolicyArn"], self.params["VersionId"])
        encoded = {
            "Document": quote(version.document, safe=""),
            "VersionId": version.version_id,
            "IsDefaultVersion": version.is_default,
            "CreateDate": version.create_date,
        }
        return ActionResult({"PolicyVersion": encoded})


def install() -> None:
    iam_backends.backend = Iam
    urls.url_paths["{0}/$"] = IamCalls.dispatch
