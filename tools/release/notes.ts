import { readFileSync } from "node:fs";
import { join } from "node:path";
import { identity } from "../identity";
import { manifest, projectFolder } from "../project";
import { entriesOf } from "./changelog";
import { withAbsoluteLinks } from "./links";

/** Prints what the changelog says of the version, for the release on GitHub. */
function notes(): string {
    const page = "CHANGELOG.md";
    const entries = entriesOf(readFileSync(join(projectFolder, page), "utf8"));
    const entry = entries.find(({ name }) => name === manifest.version);
    if (entry === undefined) throw new Error(`${page} has no entry for ${manifest.version}.`);
    const { repository } = identity;
    return repository === undefined ? entry.text : withAbsoluteLinks(entry.text, page, repository);
}

try {
    console.log(notes());
} catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
}
