"""IAM's quotas, conflicts and constraints that moto does not hold callers to."""

import json
from functools import cache
from types import ModuleType
from typing import Any
from urllib.parse import quote

from moto.core.common_types import TYPE_RESPONSE
from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult
from moto.core.utils import get_service_model
from moto.iam import urls
from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.exceptions import (
    DeleteConflictException,
    EntityAlreadyExists,
    LimitExceededException,
    NotFoundException,
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
from moto.iam.responses import IamResponse

import constraints
import iam_arns
from iam_documents import check_managed_policy, check_permissions, check_trust_policy
from iam_tags import Tags

# By default; AWS raises it up to 25: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
POLICIES_PER_ROLE = 10


@cache
def aws_managed_policies() -> dict[str, Any]:
    policies: dict[str, Any] = json.loads(aws_managed_policies_data)
    return policies


class Policies(IAMBackend):
    def _init_aws_policies(self) -> list[ManagedPolicy]:
        """Those for S3 of AWS's thousand policies, which every partition would load anew after every reset."""
        return [
            self.aws_managed_policy(name) for name in aws_managed_policies() if name.startswith("AmazonS3")
        ]

    def aws_managed_policy(self, name: str) -> ManagedPolicy:
        return AWSManagedPolicy.from_data(
            name, self.account_id, self.region_name, aws_managed_policies()[name]
        )

    def load(self, policy_arn: str) -> None:
        """The others of AWS's policies are there once a call names them."""
        name = policy_arn.rpartition("/")[2]
        if policy_arn in self.managed_policies or name not in aws_managed_policies():
            return
        policy = self.aws_managed_policy(name)
        if policy.arn == policy_arn:
            self.aws_managed_policies.append(policy)
            self.managed_policies[policy_arn] = policy

    def create_policy(
        self,
        description: str,
        path: str,
        policy_document: str,
        policy_name: str,
        tags: list[dict[str, str]],
    ) -> ManagedPolicy:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html"""
        check_managed_policy(policy_document, self.partition)
        # Whatever their paths: "names must be unique within the account. Names are not distinguished by case."
        name = policy_name.lower()
        for policy in self.managed_policies.values():
            if policy.name.lower() == name and not isinstance(policy, AWSManagedPolicy):
                raise EntityAlreadyExists(
                    f"A policy called {policy_name} already exists. Duplicate names are not allowed."
                )
        return super().create_policy(description, path, policy_document, policy_name, tags)

    def create_policy_version(
        self, policy_arn: str, policy_document: str, set_as_default: bool
    ) -> PolicyVersion:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html"""
        check_managed_policy(policy_document, self.partition)
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


class Roles(IAMBackend):
    def create_role(
        self,
        role_name: str,
        assume_role_policy_document: str,
        path: str,
        permissions_boundary: str | None,
        *more: Any,
        **named: Any,
    ) -> Role:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"""
        check_trust_policy(assume_role_policy_document, self.partition)
        self.check_boundary(permissions_boundary)
        # "Names are not distinguished by case."
        name = role_name.lower()
        if any(role.name.lower() == name for role in self.roles.values()):
            raise EntityAlreadyExists(f"Role with name {role_name} already exists.")
        return super().create_role(
            role_name, assume_role_policy_document, path, permissions_boundary, *more, **named
        )

    def get_role(self, role_name: str) -> Role:
        try:
            return super().get_role(role_name)
        except NotFoundException:
            raise NotFoundException(f"The role with name {role_name} cannot be found.") from None

    def update_assume_role_policy(self, role_name: str, policy_document: str) -> None:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html"""
        check_trust_policy(policy_document, self.partition)
        super().update_assume_role_policy(role_name, policy_document)

    def put_role_policy(self, role_name: str, policy_name: str, policy_json: str) -> None:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html"""
        check_permissions(policy_json, self.partition)
        super().put_role_policy(role_name, policy_name, policy_json)

    def put_role_permissions_boundary(self, role_name: str, permissions_boundary: str) -> None:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html"""
        self.check_boundary(permissions_boundary)
        super().put_role_permissions_boundary(role_name, permissions_boundary)

    def check_boundary(self, policy_arn: str | None) -> None:
        """It is a policy of AWS's or of the role's own account, which no other account's is."""
        if policy_arn and policy_arn not in self.managed_policies:
            raise NotFoundException(f"Scope ARN: {policy_arn} does not exist or is not attachable.")

    def attach_role_policy(self, policy_arn: str, role_name: str) -> None:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html"""
        attached = self.get_role(role_name).managed_policies
        if policy_arn in attached:
            return
        if policy_arn not in self.managed_policies:
            raise NotFoundException(f"Policy {policy_arn} does not exist or is not attachable.")
        if len(attached) >= POLICIES_PER_ROLE:
            raise LimitExceededException(f"Cannot exceed quota for PoliciesPerRole: {POLICIES_PER_ROLE}")
        super().attach_role_policy(policy_arn, role_name)


class Iam(Policies, Roles, Tags):
    @property
    def _url_module(self) -> ModuleType:
        return urls


class IamCalls(IamResponse):
    @property
    def backend(self) -> Iam:
        backend = super().backend
        assert isinstance(backend, Iam)
        return backend

    def call_action(self) -> TYPE_RESPONSE:
        try:
            self.check_parameters()
        except ServiceException as error:
            return self.serialized(ActionResult(error))
        return super().call_action()

    def check_parameters(self) -> None:
        operation = get_service_model("iam").operation_model(self._get_action())
        broken = constraints.unmet(operation, self.params)
        if broken:
            raise ValidationError(broken)
        for parameter in iam_arns.OF_POLICIES:
            arn = self.params.get(parameter)
            if arn:
                iam_arns.check_policy_arn(arn, self.backend.partition)
                self.backend.load(arn)

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
