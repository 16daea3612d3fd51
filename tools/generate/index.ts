import { projectFolder } from "../project";
import { writeApi } from "./api";
import { writeBundle } from "./bundle";
import { writeAbsoluteLinks } from "./docs/absoluteLinks";
import { writeDoctor } from "./docs/doctor";
import { writeInstallation } from "./docs/installation";
import { writeNames } from "./docs/names";
import { writePermissions } from "./docs/permissions";
import { writeSmallestProgram } from "./docs/smallestProgram";
import { writeSchema } from "./schema";
import { writeSdks } from "./sdk";

/** Makes everything that is generated and committed. */
export async function generate(folder: string): Promise<void> {
    // The schema and the pages show programs that name the package.
    await writeNames(folder);
    await writeSchema(folder);
    await writeBundle(folder);
    await writeSdks(folder);
    await writeApi(folder);
    await writeSmallestProgram(folder);
    await writeDoctor(folder);
    await writePermissions(folder);
    await writeInstallation(folder);
    await writeAbsoluteLinks(folder);
}

if (require.main === module) {
    generate(projectFolder).catch((error: Error) => {
        console.error(error.message);
        process.exitCode = 1;
    });
}
