import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create, extract } from "tar";
import { virtualEnvironment } from "../../../tests/support/python";
import { runGuarded } from "../../toolchain/processes";
import { tryOut } from "../programs";
import { python as program } from "../programs/python";
import { packedAt } from "../../pack/archive";
import type { Artefact, Check, Release } from "../release";
import { inCopyOf } from "./files";

const tools = () =>
    virtualEnvironment({
        name: "release/python",
        user: "The release of the SDK for Python",
        contents: "build and twine",
        installTime: "15 seconds",
        requirements: join(__dirname, "python/requirements.txt"),
    });

/** The sdist, and the wheel that is built from it. */
export async function pythonPackages(release: Release): Promise<Artefact[]> {
    const folder = join(release.folder, "python");
    await mkdir(folder, { recursive: true });
    const python = join(await tools(), "bin/python");
    await inCopyOf(join(release.project, "sdk/python"), async (copy) => {
        // Wheels take the time of their files from this variable.
        const env = { ...process.env, SOURCE_DATE_EPOCH: String(packedAt.getTime() / 1000) };
        await runGuarded(python, ["-m", "build", "--no-isolation", "--outdir", folder, copy], { env });
    });
    const names = (await readdir(folder)).sort();
    const sdist = names.find((name) => name.endsWith(".tar.gz"))!;
    const wheel = names.find((name) => name.endsWith(".whl"))!;
    await packAgain(join(folder, sdist));
    return [artefact(release, sdist, "sdist"), artefact(release, wheel, "wheel")];
}

/** setuptools gives an sdist the time at which it was made, in each file and in the head of the archive. */
async function packAgain(file: string): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), "sdist-"));
    try {
        await extract({ file, cwd: folder });
        const [root] = await readdir(folder);
        await create({ file, cwd: folder, gzip: true, portable: true, mtime: packedAt }, [root!]);
    } finally {
        await rm(folder, { recursive: true });
    }
}

const artefact = (release: Release, name: string, kind: string): Artefact => ({
    files: [`python/${name}`],
    contents: `SDK for Python, ${kind}`,
    checks: [
        passesTwine(join(release.folder, "python", name)),
        {
            claim: "pip installs it and a program finds it",
            run: (empty) => {
                const file = join(release.folder, "python", name);
                return tryOut(program(release, join(empty, "venv"), [file]), join(empty, "program"));
            },
        },
    ],
});

/** What PyPI would reject of a package. */
export const passesTwine = (...files: string[]): Check => ({
    claim: "twine check --strict",
    run: async () => {
        const python = join(await tools(), "bin/python");
        await runGuarded(python, ["-m", "twine", "check", "--strict", ...files], {});
    },
});
