import { delimiter, join } from "node:path";
import { projectFolder } from "../../tools/project";

/** Has the engine find the plugin of this project, for the tests of the `describe` around it. */
export function usePluginOnPath(): void {
    const path = process.env.PATH;
    before(() => {
        process.env.PATH = [join(projectFolder, "bin"), path].join(delimiter);
    });
    after(() => {
        process.env.PATH = path;
    });
}
