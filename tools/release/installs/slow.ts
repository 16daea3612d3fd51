import { pathToFileURL } from "node:url";
import { packNpmPackage } from "../../../tests/packing/npmPackage";
import { versionHere } from "../../../tests/packing/npmProject";
import { projectFolder } from "../../project";
import type { Check } from "../release";
import { checkInstall } from "./check";
import { installs } from "./rows";

const packages = ["@pulumi/pulumi", "@pulumi/aws", "typescript", "@types/node"];

/** Installs from a Git repository, here that of the project: each installs all that the build needs, which takes minutes. */
export const slowInstalls: Check[] = installs
    .filter(({ from }) => from === "repository")
    .map((install) => ({
        claim: `is installed by ${install.manager}, compiles and loads`,
        run: async () => {
            const packed = await packNpmPackage();
            await packed.remove();
            const sdks = packages.map((name) => `${name}@${versionHere(name)}`);
            await checkInstall(install, pathToFileURL(projectFolder).href, packed.files, sdks);
        },
    }));
