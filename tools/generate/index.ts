import { projectFolder } from "../project";
import { writeBundle } from "./bundle";
import { writeSchema } from "./schema";

/** Makes everything that is generated and committed. */
export async function generate(folder: string): Promise<void> {
    await writeSchema(folder);
    await writeBundle(folder);
}

if (require.main === module) void generate(projectFolder);
