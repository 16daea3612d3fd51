import { pathToFileURL } from "node:url";
import type { NpmPackage } from "../../../tests/packing/npmPackage";
import { versionHere } from "../../../tests/packing/npmProject";
import { projectFolder } from "../../project";
import type { Check } from "../release";
import { checkInstall } from "./check";
import { serveRepository } from "./gitServer";
import { type Install, installs } from "./rows";

const packages = ["@pulumi/pulumi", "@pulumi/aws", "typescript", "@types/node"];

/** Each way to install the library, with all that a program needs, and nothing of this project around it. Takes minutes. */
export const installsInEmptyFolders = (packed: NpmPackage): Check[] =>
    installs.map((install) => ({
        claim: `${install.manager} installs it from a ${install.from}, it compiles and loads`,
        run: async () => {
            const sdks = packages.map((name) => `${name}@${versionHere(name)}`);
            const { source, close } = await sourceOf(install, packed);
            await checkInstall(install, source, packed.files, sdks).finally(close);
        },
    }));

async function sourceOf({ manager, from }: Install, packed: NpmPackage) {
    const close = () => undefined;
    if (from !== "repository") return { source: packed[from], close };
    if (manager === "Yarn 4") {
        const served = await serveRepository(projectFolder);
        return { source: served.url, close: served.close };
    }
    return { source: pathToFileURL(projectFolder).href, close };
}
