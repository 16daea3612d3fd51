import { execFile } from "node:child_process";
import { cp, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import type { NpmPackage } from "../../../tests/packing/npmPackage";
import { awsPluginHome } from "../../../tests/support/aws-provider/home";
import { engineEnvironment } from "../../../tests/support/engine/environment";
import { writeTarball } from "../../pack/plugin";
import { awsSdkVersion } from "../../project";
import { ensureToolchain } from "../../toolchain";
import { deploySmallest, installPlugin } from "../deploy";
import type { ReleasedProgram } from "../programs";
import type { Check, Release } from "../release";
import { programs, type Unfinished } from "./programs";

/**
 * That `pulumi package add`, with the name of an installed plugin and with the folder of a checkout, gives a program its SDK, and
 * `pulumi install` gives it to a fresh copy of the program. Takes minutes.
 */
export const packageAdds = (release: Release, packed: NpmPackage): Check[] => [
    ...Object.entries(programs).map(([name, program]) => ({
        claim: `pulumi package add ${release.name}@${release.version} to a program in ${name}, which deploys`,
        unless: lacksHosts,
        run: async (empty: string) => {
            const archive = join(empty, "plugin.tar.gz");
            await writeTarball(archive);
            const home = await homeIn(empty);
            await installPlugin(release, archive, home);
            const source = `${release.name}@${release.version}`;
            await deploySmallest(release, added(program(release), source, home), archive);
        },
    })),
    ...["TypeScript", "YAML"].map((name) => ({
        claim: `pulumi package add <folder of the repository> to a program in ${name}, which deploys`,
        unless: lacksHosts,
        run: async (empty: string) => {
            const checkout = join(empty, "checkout");
            await cp(packed.folder, checkout, { recursive: true });
            await deploySmallest(release, added(programs[name]!(release), checkout, await homeIn(empty)));
        },
    })),
];

/** Of the hosts that can be built from source, those of most languages generate no SDK, and that of Node.js runs no plugin. */
async function lacksHosts(): Promise<string | undefined> {
    const { isBuilt } = await ensureToolchain(["nodejs"]);
    return isBuilt ? "needs an installation of Pulumi on the PATH" : undefined;
}

async function homeIn(folder: string): Promise<string> {
    const pulumi = join((await ensureToolchain()).bin, "pulumi");
    const home = join(folder, "home");
    await cp(await awsPluginHome(pulumi, [awsSdkVersion]), home, { recursive: true });
    return home;
}

function added({ language, write, generated }: Unfinished, source: string, home: string): ReleasedProgram {
    const env = { GOWORK: "off", CGO_ENABLED: "0" };
    return {
        language,
        write,
        awsVersions: [],
        env,
        compile: () => Promise.resolve(),
        install: async (folder) => {
            const { bin } = await ensureToolchain([language]);
            const { PATH, ...engine } = engineEnvironment(home, home, undefined);
            const options = {
                cwd: folder,
                env: { ...engine, ...env, PATH: [bin, PATH].join(delimiter) },
                maxBuffer: Infinity,
            };
            const pulumi = (...args: string[]) =>
                promisify(execFile)(join(bin, "pulumi"), [...args, "--non-interactive"], options);
            await pulumi("package", "add", source);
            for (const each of generated) await rm(join(folder, each), { recursive: true, force: true });
            await pulumi("install");
        },
    };
}
