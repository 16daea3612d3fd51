"""Policy documents as IAM takes them: their size, and whose resources and principals they name."""

import re
from typing import Any

from moto.iam.exceptions import LimitExceededException, MalformedPolicyDocument
from moto.iam.models import iam_backends
from moto.iam.policy_validation import IAMPolicyDocumentValidator, IAMTrustPolicyDocumentValidator

from accounts import find_role
from policy_documents import as_list

# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
POLICY_SIZE = 6144
TRUST_POLICY_SIZE = 2048

# https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
AWS_PRINCIPAL = r"\*|\d{12}|arn:%s:(iam::\d{12}:(root|(role|user)/.+)|sts::\d{12}:(assumed-role|federated-user)/.+)"
# In China some services have names of their own; RDS is `rds.amazonaws.com` in every partition:
# https://github.com/terraform-aws-modules/terraform-aws-rds-aurora/issues/437
SERVICE_PRINCIPAL = r"(?!.*\brds\.amazonaws\.com\.cn$)([a-z0-9-]+\.)+amazonaws\.com(\.cn)?"


def size(document: str) -> int:
    """White space does not count."""
    return len("".join(document.split()))


class PermissionsValidator(IAMPolicyDocumentValidator):
    """A policy of an account names resources of the account's own partition only.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
    """

    def __init__(self, document: str, partition: str) -> None:
        super().__init__(document)
        self._partition = partition

    def _validate_resource_format(self, resource: str) -> None:
        super()._validate_resource_format(resource)
        parts = resource.split(":")
        if len(parts) > 5 and parts[1] not in ("*", self._partition):
            self._resource_error = f'Partition "{parts[1]}" is not valid for resource "{resource}".'


def check_permissions(document: str, partition: str) -> None:
    """The document of a policy that is attached."""
    validator = PermissionsValidator(document, partition)
    validator.validate()
    if any({"Principal", "NotPrincipal"} & statement.keys() for statement in validator._statements):
        raise MalformedPolicyDocument("Policy document should not specify a principal.")


def check_managed_policy(document: str, partition: str) -> None:
    check_permissions(document, partition)
    if size(document) > POLICY_SIZE:
        raise LimitExceededException(f"Cannot exceed quota for PolicySize: {POLICY_SIZE}")


def check_trust_policy(document: str, partition: str) -> None:
    """What conditions say is not judged, by IAM no more than here."""
    validator = IAMTrustPolicyDocumentValidator(document)
    validator.validate()
    for statement in validator._statements:
        principal = statement.get("Principal", statement.get("NotPrincipal"))
        if principal is None:
            raise MalformedPolicyDocument("Missing required field Principal")
        check_principal(principal, partition)
    if size(document) > TRUST_POLICY_SIZE:
        raise LimitExceededException(f"Cannot exceed quota for ACLSizePerRole: {TRUST_POLICY_SIZE}")


def check_principal(principal: Any, partition: str) -> None:
    if principal == "*":
        return
    if not isinstance(principal, dict):
        raise MalformedPolicyDocument("Invalid principal in policy.")
    for kind, names in principal.items():
        for name in as_list(names):
            if not is_principal(kind, name, partition):
                raise MalformedPolicyDocument(f'Invalid principal in policy: "{kind.upper()}":"{name}"')


def is_principal(kind: str, name: Any, partition: str) -> bool:
    if not isinstance(name, str):
        return False
    match kind:
        case "AWS":
            return bool(re.fullmatch(AWS_PRINCIPAL % partition, name)) and exists(name)
        case "Service":
            return bool(re.fullmatch(SERVICE_PRINCIPAL, name))
        case _:
            return kind in ("Federated", "CanonicalUser")


def exists(principal: str) -> bool:
    """Every account does; a role or a user must, since IAM keeps its ID and not its name."""
    if ":role/" in principal:
        return find_role(principal) is not None
    if ":user/" in principal:
        _, partition, _, _, account, _ = principal.split(":", 5)
        return any(user.arn == principal for user in iam_backends[account][partition].users.values())
    return True
