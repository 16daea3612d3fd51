import { delimiter, join } from "node:path";
import { pipInstall } from "../../../tests/support/python";
import { runGuarded } from "../../toolchain/processes";
import type { Release } from "../release";
import { type ReleasedProgram, writer } from ".";

/**
 * Installs into a virtual environment in the folder `venv`. `what` is for `pip install`: a file, or a name with a version and
 * where to look for it.
 */
export function python(release: Release, venv: string, what: readonly string[]): ReleasedProgram {
    const { name, version } = release;
    const loads = `from importlib.metadata import version
from ${`pulumi_${name.replaceAll("-", "_")}`} import AuroraS3Access, _utilities
found = [version("pulumi-${name}"), _utilities.get_version()]
assert found == ["${version}", "${version}"], found`;
    return {
        language: "python",
        awsVersions: [],
        // Hosts that do not know the option `virtualenv` of a program take the Python that is first on the PATH.
        env: { PATH: [join(venv, "bin"), process.env.PATH].join(delimiter) },
        write: writer(release, "__main__.py", "__main__.py", {
            "Pulumi.yaml": "name: released-python\nruntime: python\n",
        }),
        install: async () => {
            await runGuarded("python3", ["-m", "venv", venv], {});
            await pipInstall(venv, what);
        },
        compile: async (folder) => {
            const checks = [
                ["-m", "pip", "check"],
                ["-m", "py_compile", "__main__.py"],
                ["-c", loads],
            ];
            for (const check of checks) await runGuarded(join(venv, "bin/python"), check, { cwd: folder });
        },
    };
}
