import { projectFolder } from "../tools/project";
import { parsed } from "./arguments";
import { measureParts } from "./measureParts";
import { profileAll, profileOne } from "./profile";
import { writeReport } from "./report/write";

async function bench(): Promise<void> {
    const command = parsed(process.argv.slice(2));
    switch (command.do) {
        case "measure":
            return measureParts(command.parts, command.quick);
        case "draw":
            return writeReport(projectFolder);
        case "profile":
            return profileOne(command.what, command.components);
        case "profile all":
            return profileAll();
    }
}

bench().catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
});
