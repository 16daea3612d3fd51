import { join, relative } from "node:path";
import { identity } from "../identity";
import { projectFolder } from "../project";
import { writeRegistryFiles } from "./registry";

writeRegistryFiles(identity, join(projectFolder, "dist/registry")).then(
    (files) => files.forEach((file) => console.log(relative("", file))),
    (error: Error) => {
        console.error(error.message);
        process.exitCode = 1;
    },
);
