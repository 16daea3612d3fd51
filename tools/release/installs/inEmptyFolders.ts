import { pathToFileURL } from "node:url";
import type { NpmPackage } from "../../../tests/packing/npmPackage";
import { versionHere } from "../../../tests/packing/npmProject";
import { projectFolder } from "../../project";
import type { Check } from "../release";
import { checkInstall } from "./check";
import { type Install, installs } from "./rows";

const packages = ["@pulumi/pulumi", "@pulumi/aws", "typescript", "@types/node"];

const sourceOf = ({ from }: Install, packed: NpmPackage) =>
    from === "repository" ? pathToFileURL(projectFolder).href : packed[from];

/** Each way to install the library, with all that a program needs, and nothing of this project around it. Takes minutes. */
export const installsInEmptyFolders = (packed: NpmPackage): Check[] =>
    installs.map((install) => ({
        claim: `${install.manager} installs it from a ${install.from}, it compiles and loads`,
        run: () => {
            const sdks = packages.map((name) => `${name}@${versionHere(name)}`);
            return checkInstall(install, sourceOf(install, packed), packed.files, sdks);
        },
    }));
