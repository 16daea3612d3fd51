"""Prints, as JSON, what the emulated S3 and KMS can be asked, read from their code: nothing that they implement may go untried."""

import inspect
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "support" / "emulator"))

from moto.core.responses import method_names_from_class  # noqa: E402
from moto.kms.responses import KmsResponse  # noqa: E402
from moto.s3.responses import ACTION_MAP, S3Response  # noqa: E402

import s3_actions  # noqa: E402

HANDLERS = {
    "BUCKET GET": S3Response._bucket_response_get,
    "BUCKET PUT": S3Response._bucket_response_put,
    "BUCKET DELETE": S3Response._bucket_response_delete,
    "KEY GET": S3Response._key_response_get,
    "KEY PUT": S3Response._key_response_put,
    "KEY DELETE": S3Response._key_response_delete,
    "KEY POST": S3Response._key_response_post,
}


def answered(handler: object) -> list[str]:
    """The parts of a query that make it another operation; `id` only tells configurations of one kind apart."""
    return sorted(set(re.findall(r'"([\w-]+)" in query', inspect.getsource(handler))) - {"id"})  # type: ignore[arg-type]


def main() -> None:
    s3_actions.install()
    unknown = {}
    for name, handler in HANDLERS.items():
        kind, method = name.split()
        unknown[name] = [part for part in answered(handler) if part not in ACTION_MAP[kind][method]]
    # The parts of KmsResponse that are operations, as moto itself finds them.
    names = [name for name in method_names_from_class(KmsResponse) if name in vars(KmsResponse)]
    operations = [name for name in names if not name.startswith("_")]
    print(json.dumps({"s3": sorted(s3_actions.judged()), "notJudged": unknown, "kms": sorted(operations)}))


if __name__ == "__main__":
    main()
