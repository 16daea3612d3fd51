import { projectFolder } from "../project";
import { readFacts } from "./checkFacts";
import { problemsOf } from "./checkProblems";

/**
 * Ends with 1, and a line for each problem, if the commit cannot be released. Whether generated files are out of date is
 * only seen where it shows in a version or an address: the rest is for the tests of generated files, which take minutes
 * and which the workflow runs before it publishes.
 */
async function check(tag: string | undefined): Promise<void> {
    const facts = await readFacts(projectFolder, tag);
    const problems = problemsOf(facts);
    if (problems.length === 0) {
        console.log(`Version ${facts.version} can be released.`);
        return;
    }
    console.error(`Version ${facts.version} cannot be released:`);
    for (const problem of problems) console.error(`- ${problem}`);
    process.exitCode = 1;
}

const { GITHUB_REF_TYPE, GITHUB_REF_NAME } = process.env;
void check(process.argv[2] ?? (GITHUB_REF_TYPE === "tag" ? GITHUB_REF_NAME : undefined));
