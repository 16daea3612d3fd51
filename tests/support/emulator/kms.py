"""Calls of a session are judged by the key they use, and AWS's own keys are told from the customer's."""

import json
from base64 import b64decode
from types import ModuleType
from typing import Any

from moto.core.exceptions import AccessDeniedError, AWSError
from moto.kms import urls
from moto.kms.models import KmsBackend, kms_backends
from moto.kms.responses import KmsResponse
from moto.kms.utils import _deserialize_ciphertext_blob


def key_arn(account: str, region: str, key: str) -> str | None:
    """The ARN of a key given as ID, ARN or alias."""
    try:
        return str(kms_backends[account][region].describe_key(key).arn)
    except KeyError:
        return None


class Kms(KmsBackend):
    @property
    def _url_module(self) -> ModuleType:
        return urls

    def _generate_default_keys(self, alias_name: str) -> str | None:
        """https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key"""
        key_id = super()._generate_default_keys(alias_name)
        if key_id:
            self.keys[key_id].key_manager = "AWS"
        return key_id


class KmsCalls(KmsResponse):
    def _get_param(self, param_name: str, if_none: Any = None) -> Any:
        """A key may be given by its ARN everywhere; where it is deleted, moto knows it by its ID only."""
        value = super()._get_param(param_name, if_none)
        if param_name == "PolicyName":
            # https://docs.aws.amazon.com/kms/latest/APIReference/API_GetKeyPolicy.html
            return value or "default"
        return KmsBackend.get_key_id(value) if value and param_name == "KeyId" else value

    def list_grants(self) -> str:
        """https://docs.aws.amazon.com/kms/latest/APIReference/API_ListGrants.html"""
        answer: dict[str, Any] = json.loads(super().list_grants())
        grantee = self._get_param("GranteePrincipal")
        grants = [grant for grant in answer["Grants"] if grantee in (None, grant["GranteePrincipal"])]
        return json.dumps({"Grants": grants, "Truncated": False})

    def _determine_resource(self) -> str:
        """The key's ARN; moto judges every call as if it used all keys."""
        parameters: dict[str, Any] = json.loads(self.body)
        key = parameters.get("KeyId")
        # A ciphertext tells its key: https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
        if key is None and "CiphertextBlob" in parameters:
            key = _deserialize_ciphertext_blob(b64decode(parameters["CiphertextBlob"])).key_id
        return (key and key_arn(self.current_account, self.region, key)) or "*"

    def _authenticate_and_authorize_normal_action(self, resource: str = "*") -> None:
        try:
            super()._authenticate_and_authorize_normal_action(resource)
        except AccessDeniedError as denied:
            # KMS speaks JSON: https://docs.aws.amazon.com/kms/latest/APIReference/CommonErrors.html
            raise AWSError(f"{denied.message} on resource: {resource}", "AccessDeniedException") from denied


def install() -> None:
    kms_backends.backend = Kms
    urls.url_paths["{0}/$"] = KmsCalls.dispatch
