"""The action that each call to S3 needs: moto knows it for some, and judges the others as listing, reading or writing.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
"""

from typing import Any

from moto.s3.responses import ACTION_MAP, S3Response

BUCKET = {
    "encryption": "EncryptionConfiguration",
    "inventory": "InventoryConfiguration",
    "object-lock": "BucketObjectLockConfiguration",
    "ownershipControls": "BucketOwnershipControls",
    "publicAccessBlock": "BucketPublicAccessBlock",
    "replication": "ReplicationConfiguration",
}
# Who may set these may delete them; the others have an action of their own, or cannot be deleted.
DELETED_BY_PUT = ("encryption", "ownershipControls", "publicAccessBlock", "replication")
OBJECT = {"acl": "Acl", "attributes": "Attributes", "tagging": "Tagging"}

action_by_query = S3Response._set_action


def set_action(self: Any, kind: str, method: str, query: dict[str, Any]) -> None:
    """What is asked of a version of an object has a name of its own."""
    action_by_query(self, kind, method, query)
    verb = method.capitalize()
    for part, name in OBJECT.items():
        if kind == "KEY" and "versionId" in query and part in query:
            self.data["Action"] = f"{verb}ObjectVersion{name}"


def install() -> None:
    buckets, objects = ACTION_MAP["BUCKET"], ACTION_MAP["KEY"]
    for methods in buckets.values():
        # The query of S3 says publicAccessBlock.
        methods.pop("public_access_block", None)
    for part, name in BUCKET.items():
        buckets["GET"][part] = f"Get{name}"
        buckets["PUT"][part] = f"Put{name}"
        if part in DELETED_BY_PUT:
            buckets["DELETE"][part] = f"Put{name}"
    # https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html
    buckets["HEAD"]["DEFAULT"] = "ListBucket"
    # https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
    objects["HEAD"]["versionId"] = "GetObjectVersion"
    objects["GET"]["attributes"] = "GetObjectAttributes"
    objects["GET"]["torrent"] = "GetObjectTorrent"
    objects["DELETE"]["tagging"] = "DeleteObjectTagging"
    for part, name in (("legal-hold", "LegalHold"), ("retention", "Retention")):
        objects["GET"][part] = f"GetObject{name}"
        objects["PUT"][part] = f"PutObject{name}"
    # https://docs.aws.amazon.com/AmazonS3/latest/API/API_SelectObjectContent.html
    objects["POST"]["select"] = "GetObject"
    S3Response._set_action = set_action  # type: ignore[method-assign]


def judged() -> set[str]:
    """Every action that some call is judged by."""
    parts = [parts for kind in ("BUCKET", "KEY") for parts in ACTION_MAP[kind].values()]
    actions = {action for each in parts for action in each.values()} | {"ListAllMyBuckets"}
    of_objects = [(f"Object{name}", f"ObjectVersion{name}") for name in OBJECT.values()]
    return actions | {
        action.replace(name, versioned) for action in actions for name, versioned in of_objects if action.endswith(name)
    }
