import type { Entry } from "./changelog";
import { isPinned, type Use } from "./workflows";

/** All that decides whether a version can be released. */
export interface Facts {
    /** Of package.json. */
    readonly version: string;
    /** Where Pulumi downloads the plugin from, by the repository in package.json. */
    readonly downloadUrl?: string;
    /** Why there is none, unless no repository is set. */
    readonly repositoryError?: string;
    /** What the generated schema says of it. */
    readonly schemaDownloadUrl?: string;
    /** The version that other files have, by file. */
    readonly versions: Readonly<Record<string, string | undefined>>;
    readonly changelog: readonly Entry[];
    /** The tag that is released, if there is one already. */
    readonly tag?: string;
    readonly uses: readonly Use[];
    /** What git sees as changed. */
    readonly uncommitted: readonly string[];
}

/** What stands against a release, a sentence and what to do for each; nothing if it can go on. */
export const problemsOf = (facts: Facts): string[] => [
    ...repositoryProblems(facts),
    ...versionProblems(facts),
    ...changelogProblems(facts),
    ...actionProblems(facts),
    ...treeProblems(facts),
];

function repositoryProblems({ downloadUrl, repositoryError, schemaDownloadUrl }: Facts): string[] {
    if (repositoryError !== undefined) return [repositoryError];
    if (downloadUrl === undefined) {
        const example = `"github:<organization>/<repository>"`;
        return [
            `package.json has no repository. Set "repository" to ${example}, and run "npm run generate".`,
        ];
    }
    if (schemaDownloadUrl === downloadUrl) return [];
    const given = schemaDownloadUrl === undefined ? "no pluginDownloadURL" : `"${schemaDownloadUrl}"`;
    return [`provider/schema.json has ${given}, but must have "${downloadUrl}". Run "npm run generate".`];
}

function versionProblems({ version, versions, tag }: Facts): string[] {
    const problems: string[] = [];
    if (!/^\d+\.\d+\.\d+$/.test(version)) {
        const why = "The languages write prereleases differently";
        problems.push(
            `package.json has version ${version}, but must have three numbers. ${why}: use a patch version.`,
        );
    }
    for (const [file, found] of Object.entries(versions)) {
        if (found === version) continue;
        const remedy = file === "package-lock.json" ? "npm install --package-lock-only" : "npm run generate";
        problems.push(
            `${file} has ${found === undefined ? "no version" : `version ${found}`}, but package.json has ${version}. Run "${remedy}".`,
        );
    }
    if (tag !== undefined && tag !== `v${version}`) {
        problems.push(
            `The tag is ${tag}, but must be v${version}, the version in package.json. Delete the tag, and tag the commit that has the version.`,
        );
    }
    return problems;
}

function changelogProblems({ version, changelog }: Facts): string[] {
    const problems: string[] = [];
    const heading = `"## [${version}] - YYYY-MM-DD"`;
    const entry = changelog.find(({ name }) => name === version);
    if (entry === undefined) {
        problems.push(`CHANGELOG.md has no entry for ${version}. Add the heading ${heading}.`);
    } else {
        if (entry.date === undefined || !isDate(entry.date)) {
            problems.push(`CHANGELOG.md has no date for ${version}. Write ${heading}.`);
        }
        if (entry.text === "") {
            problems.push(`CHANGELOG.md has no text for ${version}. List what changes for users.`);
        }
    }
    if (changelog.some(({ name, text }) => name === "Unreleased" && text !== "")) {
        problems.push(`CHANGELOG.md still has text below "Unreleased". Move it below ${version}.`);
    }
    return problems;
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

function actionProblems({ uses }: Facts): string[] {
    return uses.flatMap((use) => {
        const place = `${use.file}:${use.line}: ${use.action}`;
        if (!isPinned(use)) {
            const example = `${use.action.split("@")[0]}@<commit> # <version>`;
            return [`${place} is not pinned: tags can be moved. Write ${example}.`];
        }
        const hasVersion = /^v\d+\.\d+\.\d+$/.test(use.comment);
        return hasVersion ? [] : [`${place} does not say its version. Add it as a comment: # v1.2.3.`];
    });
}

const mostFiles = 5;

function treeProblems({ uncommitted }: Facts): string[] {
    if (uncommitted.length === 0) return [];
    const more = uncommitted.length - mostFiles;
    const named = [...uncommitted.slice(0, mostFiles), ...(more > 0 ? [`${more} more`] : [])].join(", ");
    return [`Uncommitted changes: ${named}. Commit or discard them: the tag must contain every change.`];
}
