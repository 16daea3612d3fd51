import { join } from "node:path";
import { pipInstall } from "../../../tests/support/python";
import { runGuarded } from "../../toolchain/processes";
import type { Release } from "../release";
import { type ReleasedProgram, writer } from ".";

const project = `name: released-python
runtime:
  name: python
  options:
    toolchain: pip
    virtualenv: venv
`;

/** `what` is for `pip install`: a file, or a name with a version and where to look for it. */
export function python(release: Release, what: readonly string[]): ReleasedProgram {
    const { name, version } = release;
    const loads = `from importlib.metadata import version
from ${`pulumi_${name.replaceAll("-", "_")}`} import AuroraS3Access, _utilities
found = [version("pulumi-${name}"), _utilities.get_version()]
assert found == ["${version}", "${version}"], found`;
    return {
        language: "python",
        awsVersions: [],
        env: {},
        write: writer(release, "__main__.py", "__main__.py", { "Pulumi.yaml": project }),
        install: async (folder) => {
            const venv = join(folder, "venv");
            await runGuarded("python3", ["-m", "venv", venv], {});
            await pipInstall(venv, what);
        },
        compile: async (folder) => {
            const checks = [
                ["-m", "pip", "check"],
                ["-m", "py_compile", "__main__.py"],
                ["-c", loads],
            ];
            for (const check of checks)
                await runGuarded(join(folder, "venv/bin/python"), check, { cwd: folder });
        },
    };
}
