import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { callsTable, matrixSummary, matrixTable, trustTable } from "../../../tests/privilege/page/matrix";
import { neededTable, statementsTable } from "../../../tests/privilege/page/replay";
import { projectFolder } from "../../project";
import { withGenerated } from "./generatedBlock";

const page = "docs/permissions.md";

/** Writes the tables that `npm run test:privilege` proves into the page about permissions below `folder`. */
export async function writePermissions(folder: string): Promise<void> {
    const blocks: Record<string, string> = {
        "calls by role": matrixTable(),
        "number of calls": matrixSummary(),
        "operations by action": callsTable(),
        "who assumes the role": trustTable(),
        "reason for each action": neededTable(),
        "calls by statement": statementsTable(),
    };
    let text = await readFile(join(projectFolder, page), "utf8");
    for (const [name, shown] of Object.entries(blocks)) text = withGenerated(text, name, shown);
    await mkdir(join(folder, dirname(page)), { recursive: true });
    await writeFile(join(folder, page), text);
}
