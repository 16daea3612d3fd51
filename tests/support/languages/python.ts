import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { basename, delimiter, join } from "node:path";
import { cached } from "../../../tools/cache";
import { contentHash } from "../../../tools/contentHash";
import { projectFolder } from "../../../tools/project";
import { runGuarded } from "../../../tools/toolchain/processes";
import { withProgress } from "../../../tools/toolchain/progress";
import { pipInstall, sitePackages, virtualEnvironment } from "../python";
import type { LanguageEnvironment } from ".";

const requirements = join(__dirname, "python/requirements.txt");
const sdk = join(projectFolder, "sdk/python");

/** A virtual environment with Pulumi's SDKs and our own. */
export async function pythonWithSdks(): Promise<string> {
    const pulumi = await virtualEnvironment({
        name: "languages/python",
        user: "A test of programs in Python",
        contents: "Pulumi's SDKs for Python",
        installTime: "20 seconds",
        requirements,
    });
    return withOwnSdk(pulumi);
}

/** Programs have the virtual environment as `venv`. */
export async function python(): Promise<LanguageEnvironment> {
    const venv = await pythonWithSdks();
    const awsVersion = /^pulumi-aws==(\S+)/m.exec(await readFile(requirements, "utf8"))![1]!;
    return {
        language: "python",
        awsVersions: [awsVersion],
        // Hosts that do not know the option `virtualenv` of a program take the Python that is first on the PATH.
        env: { PATH: [join(venv, "bin"), process.env.PATH].join(delimiter) },
        install: (program) => symlink(venv, join(program, "venv")),
    };
}

/** Another virtual environment: our SDK, on top of the packages of `base`. Those are large, and it changes often. */
async function withOwnSdk(base: string): Promise<string> {
    const name = `languages/${basename(base)}-sdk-${await contentHash(sdk)}`;
    return cached(name, (folder) =>
        withProgress("Our SDK for Python: installing into .cache, about 5 seconds", async () => {
            await runGuarded(join(base, "bin", "python"), ["-m", "venv", "--without-pip", folder], {});
            const packages = await sitePackages(folder);
            await writeFile(join(packages, "base.pth"), `${await sitePackages(base)}\n`);

            // From a copy, as pip builds in the folder itself.
            const copy = await mkdtemp(join(folder, "sdk-"));
            await cp(sdk, copy, { recursive: true });
            const offline = ["--no-deps", "--no-index", "--no-build-isolation"];
            await pipInstall(base, [...offline, "--target", packages, copy]);
            await rm(copy, { recursive: true });
        }),
    );
}
