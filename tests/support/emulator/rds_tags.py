"""Tags of RDS: their keys differ by case, and no resource has more than fifty.

https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html#Overview.Tagging
"""

from collections.abc import Iterable

from moto.rds.exceptions import InvalidParameterValue
from moto.rds.models import RDSBackend

import constraints

TAGS_PER_RESOURCE = 50

# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_Tag.html
CHARACTERS = r"[\p{L}\p{Z}\p{N}_.:/=+\-@]*"
LENGTHS = {"Key": range(1, 129), "Value": range(257)}
RESERVED = ("aws:", "rds:")

Tag = dict[str, str]


class Tags(RDSBackend):
    def add_tags_to_resource(self, arn: str, tags: list[Tag]) -> list[Tag]:
        """https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddTagsToResource.html"""
        check_tags(tags, self.list_tags_for_resource(arn))
        return super().add_tags_to_resource(arn, tags)


def check_tags(tags: Iterable[Tag], already: Iterable[Tag] = ()) -> None:
    for tag in tags:
        for member, lengths in LENGTHS.items():
            check_text(f"Tag {member.lower()}s", tag.get(member, ""), lengths)
    if len({tag["Key"] for tag in (*already, *tags)}) > TAGS_PER_RESOURCE:
        raise InvalidParameterValue(f"A resource can have a maximum of {TAGS_PER_RESOURCE} tags.")


def check_text(what: str, text: str, lengths: range) -> None:
    for prefix in RESERVED:
        # https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds/issues/239
        if text.lower().startswith(prefix):
            raise InvalidParameterValue(f'{what} cannot start with the reserved prefix "{prefix}".')
    # https://github.com/cloud-custodian/cloud-custodian/issues/2115
    if not constraints.matches(CHARACTERS, text):
        raise InvalidParameterValue(
            f"{what} may only contain unicode letters, digits, whitespace, or one of these symbols: "
            r"_ . : / = + \ - @"
        )
    if len(text) not in lengths:
        raise InvalidParameterValue(f"{what} must have {lengths[0]} to {lengths[-1]} characters.")
