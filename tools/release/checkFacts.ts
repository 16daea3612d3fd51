import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { identityOf } from "../identity";
import { entriesOf } from "./changelog";
import type { Facts } from "./checkProblems";
import { type Use, usesIn } from "./workflows";

interface Manifest {
    version: string;
    repository?: string | { url: string };
}

/** Where the version stands besides package.json, and how it is found there. */
const versioned: Readonly<Record<string, RegExp>> = {
    "package-lock.json": /"version": "(.+?)"/,
    "provider/schema.json": /^ {4}"version": "(.+?)"/m,
    "sdk/nodejs/package.json": /"version": "(.+?)"/,
    "sdk/python/pyproject.toml": /^ *version = "(.+?)"/m,
    "sdk/java/pom.xml": /<version>(.+?)</,
    "sdk/go/auroras3access/pulumi-plugin.json": /"version": "(.+?)"/,
};

/** Reads what decides about a release of the project in `folder`, in less than a second; nothing is built. */
export async function readFacts(folder: string, tag: string | undefined): Promise<Facts> {
    const read = (file: string) => readFile(join(folder, file), "utf8");
    const { version, repository } = JSON.parse(await read("package.json")) as Manifest;
    const versions: Record<string, string | undefined> = {};
    for (const [file, pattern] of Object.entries(versioned))
        versions[file] = pattern.exec(await read(file))?.[1];
    const schema = JSON.parse(await read("provider/schema.json")) as { pluginDownloadURL?: string };
    const { stdout } = await promisify(execFile)("git", ["status", "--porcelain"], { cwd: folder });
    return {
        version,
        ...downloadUrl(repository, version),
        schemaDownloadUrl: schema.pluginDownloadURL,
        versions,
        changelog: entriesOf(await read("CHANGELOG.md")),
        tag,
        uses: await usesOf(folder),
        uncommitted: stdout.split("\n").flatMap((line) => (line === "" ? [] : [line.slice(3)])),
    };
}

/** The actions that all workflows use. */
export async function usesOf(folder: string): Promise<Use[]> {
    const workflows = ".github/workflows";
    const files = (await readdir(join(folder, workflows))).sort().map((file) => `${workflows}/${file}`);
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    return texts.flatMap((text, i) => usesIn(files[i]!, text));
}

function downloadUrl(repository: Manifest["repository"], version: string) {
    try {
        return { downloadUrl: identityOf(repository, version).repository?.pluginDownloadURL };
    } catch (error) {
        return { repositoryError: (error as Error).message };
    }
}
