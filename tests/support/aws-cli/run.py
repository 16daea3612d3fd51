"""Runs commands of the AWS CLI as a shell would, in one process, as starting it takes longer than a command.

Reads a line of JSON for each command, with the environment that it runs in, and answers with another: the exit code,
and what it printed.
"""

import io
import json
import os
import shlex
import sys
from contextlib import redirect_stderr, redirect_stdout

from awscli.clidriver import create_clidriver


def run(line: str) -> dict[str, object]:
    program, *words = shlex.split(line)
    # For RDS it does not heed the variable.
    words += ["--endpoint-url", os.environ["AWS_ENDPOINT_URL"]]
    printed = io.StringIO()
    with redirect_stdout(printed), redirect_stderr(printed):
        try:
            code = create_clidriver().main(words) if program == "aws" else 127
        except SystemExit as end:
            code = end.code
    return {"code": code, "printed": printed.getvalue()}


for given in map(json.loads, sys.stdin):
    os.environ.update(given["environment"])
    print(json.dumps(run(given["command"])), flush=True)
