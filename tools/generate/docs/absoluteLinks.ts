import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { identity } from "../../identity";
import { registryPages } from "../../release/registry";

/** Has the Registry's pages below `folder` link to the repository: the Registry shows them as they are, and follows no relative link. */
export async function writeAbsoluteLinks(folder: string): Promise<void> {
    if (identity.repository === undefined) return;
    for (const [page, text] of await registryPages(identity.repository))
        await writeFile(join(folder, "docs", page), text);
}
