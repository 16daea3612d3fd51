"""Prints what parliament and cfn-lint find in the policy documents of standard input.

Standard input is a list of batches, each a list of {"kind": "permissions", "trust", "bucket" or "key", "document": JSON}. Standard
output is a list of findings for each batch.
"""

import json
import sys
import warnings

# parliament finds its data by a module that setuptools has dropped since.
warnings.filterwarnings("ignore", message="pkg_resources is deprecated")

import parliament
from cfnlint.api import lint
from cfnlint.config import ManualArgs

# parliament compares patterns in a call for each character, and an object key has up to 1,024.
sys.setrecursionlimit(20_000)

ROLE = "arn:aws:iam::123456789012:role/linted"
KEY = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"


def as_parliament_reads(kind, statement):
    """The statement, without what parliament takes amiss and AWS does not."""
    # A trust policy names no resource. It is the policy of its role.
    if kind == "trust":
        return {**statement, "Resource": [ROLE]}
    resources = as_list(statement.get("Resource", []))
    # In a key policy, * is the key: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
    if kind == "key":
        return {**statement, "Resource": [KEY] if resources == ["*"] else resources}
    return {**statement, "Resource": [without_colons_in_keys(each) for each in resources]}


def as_list(value):
    return value if isinstance(value, list) else [value]


def without_colons_in_keys(resource):
    """Keys can have colons: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html"""
    parts = resource.split(":", 5)
    return ":".join([*parts[:5], parts[5].replace(":", "_")]) if parts[2:3] == ["s3"] else resource


def by_parliament(kind, document):
    read = {**document, "Statement": [as_parliament_reads(kind, each) for each in document["Statement"]]}
    policy = parliament.analyze_policy_string(json.dumps(read), include_community_auditors=True)
    return [
        {"linter": "parliament", "rule": found.issue, "kind": kind, "message": str(found.detail), "policy": document}
        for found in policy.findings
    ]


# The resources of CloudFormation that have such policies, by the number of the batch.
RESOURCES = {
    "permissions": lambda i, policy: ("AWS::IAM::ManagedPolicy", {"PolicyDocument": policy}),
    "trust": lambda i, policy: ("AWS::IAM::Role", {"AssumeRolePolicyDocument": policy}),
    "bucket": lambda i, policy: ("AWS::S3::BucketPolicy", {"Bucket": f"linted-{i}", "PolicyDocument": policy}),
    "key": lambda i, policy: ("AWS::KMS::Key", {"EnableKeyRotation": True, "KeyPolicy": policy}),
}


def together(documents):
    """A policy of each kind with all statements. Those that differ only in their resources become one, as cfn-lint is slow."""
    resources_of = {}
    for kind, document in documents:
        for statement in document["Statement"]:
            rest = json.dumps({**statement, "Resource": []} if "Resource" in statement else statement)
            resources = resources_of.setdefault(kind, {}).setdefault(rest, {})
            resources.update(dict.fromkeys(as_list(statement.get("Resource", []))))
    return {
        kind: [{**json.loads(rest), **({"Resource": [*found]} if found else {})} for rest, found in statements.items()]
        for kind, statements in resources_of.items()
    }


def by_cfn_lint(batches):
    """What it finds, by batch. It is given one template, as each takes it half a second."""
    statements, template = {}, {}
    for i, documents in enumerate(batches):
        for kind, each in together(documents).items():
            type, properties = RESOURCES[kind](i, {"Version": "2012-10-17", "Statement": each})
            statements[f"{kind}{i}"] = each
            template[f"{kind}{i}"] = {"Type": type, "Properties": properties}
    findings = [[] for _ in batches]
    for found in lint(json.dumps({"Resources": template}), config=ManualArgs(regions=["us-east-1"])):
        name = found.path[1]
        policy = {"Statement": [statements[name][found.path[5]]]} if len(found.path) > 5 else None
        kind = name.rstrip("0123456789")
        findings[int(name[len(kind) :])].append(
            {"linter": "cfn-lint", "rule": found.rule.id, "kind": kind, "message": found.message, "policy": policy}
        )
    return findings


def read(batch):
    # Many inputs have the same documents.
    distinct = dict.fromkeys((each["kind"], each["document"]) for each in batch)
    return [(kind, json.loads(document)) for kind, document in distinct]


batches = [read(batch) for batch in json.load(sys.stdin)]
findings = by_cfn_lint(batches)
for found, documents in zip(findings, batches):
    for kind, document in documents:
        found.extend(by_parliament(kind, document))
print(json.dumps(findings))
