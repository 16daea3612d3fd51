"""The account's own credentials are those of its root user, and only a role that exists can be assumed."""

from types import ModuleType

from moto.core.exceptions import AccessDeniedError
from moto.sts import urls
from moto.sts.models import AssumedRole, STSBackend, sts_backends

from accounts import find_role


class Sts(STSBackend):
    @property
    def _url_module(self) -> ModuleType:
        return urls

    def root(self) -> str:
        return f"arn:{self.partition}:iam::{self.account_id}:root"

    def get_caller_identity(self, access_key_id: str, region: str) -> tuple[str, str, str]:
        """https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"""
        if self.get_assumed_role_from_access_key(access_key_id):
            return super().get_caller_identity(access_key_id, region)
        return self.account_id, self.root(), self.account_id

    def assume_role(
        self,
        region_name: str,
        role_session_name: str,
        role_arn: str,
        policy: str,
        duration: int,
        external_id: str,
    ) -> AssumedRole:
        """https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"""
        role = find_role(role_arn)
        # No session leads from one partition into another.
        if role is None or role.partition != self.partition:
            raise AccessDeniedError(self.root(), f"sts:AssumeRole on resource: {role_arn}")
        return super().assume_role(region_name, role_session_name, role_arn, policy, duration, external_id)


def install() -> None:
    sts_backends.backend = Sts
