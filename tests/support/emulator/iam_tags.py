"""Tags of roles and policies: their keys are equal regardless of case, and no resource has more than fifty.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
"""

from moto.iam.exceptions import InvalidInput, LimitExceededException
from moto.iam.models import IAMBackend

TAGS_PER_RESOURCE = 50

Tag = dict[str, str]


class Tags(IAMBackend):
    def _tag_verification(self, tags: list[Tag]) -> dict[str, Tag]:
        by_key = super()._tag_verification(tags)
        if any(text.lower().startswith("aws:") for tag in tags for text in (tag["Key"], tag["Value"])):
            raise InvalidInput("aws: prefixed tag key names are not allowed for external use.")
        return by_key

    def tag_role(self, role_name: str, tags: list[Tag]) -> None:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html"""
        role = self.get_role(role_name)
        given = self._tag_verification(tags)
        role.tags = list(merged({tag["Key"].lower(): tag for tag in role.tags}, given).values())

    def untag_role(self, role_name: str, tag_keys: list[str]) -> None:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html"""
        role = self.get_role(role_name)
        named = {key.lower() for key in tag_keys}
        role.tags = [tag for tag in role.tags if tag["Key"].lower() not in named]

    def tag_policy(self, policy_arn: str, tags: list[Tag]) -> None:
        """https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html"""
        policy = self.get_policy(policy_arn)
        policy.tags = merged(policy.tags, self._tag_verification(tags))


def merged(tags: dict[str, Tag], given: dict[str, Tag]) -> dict[str, Tag]:
    together = {**tags, **given}
    if len(together) > TAGS_PER_RESOURCE:
        raise LimitExceededException("The number of tags has reached the maximum limit.")
    return together
