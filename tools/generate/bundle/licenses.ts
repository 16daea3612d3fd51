import type { Metafile } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { projectFolder } from "../../project";
import { isLeftOut } from "./leaveOut";

interface Package {
    name: string;
    version: string;
    license: string;
    repository?: { url: string };
}

/** The licences of the packages of which there is code in the scripts, as they ask for. */
export async function thirdPartyLicenses(scripts: Record<string, { metafile: Metafile }>): Promise<string> {
    const holders = new Map<string, string[]>();
    for (const [script, { metafile }] of Object.entries(scripts)) {
        for (const folder of packagesIn(metafile)) {
            holders.set(folder, [...(holders.get(folder) ?? []), script]);
        }
    }
    const names = [...new Set([...holders.values()].flat())];
    const folders = [...holders.keys()].sort();
    const notices = await Promise.all(folders.map((folder) => notice(folder, folders)));
    return `${names.join(" and ")} hold code of these packages.\n${notices.join("")}`;
}

/** What no script calls leaves no code. */
function packagesIn({ outputs }: Metafile): Set<string> {
    const bundled = Object.values(outputs)
        .flatMap(({ inputs }) => Object.entries(inputs))
        .filter(([file, { bytesInOutput }]) => bytesInOutput > 0 && !isLeftOut(file))
        .map(([file]) => packageFolder(file));
    return new Set(bundled.filter((folder) => folder !== undefined));
}

/** `node_modules/@grpc/grpc-js` for a file below it. */
const packageFolder = (file: string) =>
    /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.split("\\").join(posix.sep))?.[0];

async function notice(folder: string, all: readonly string[]): Promise<string> {
    const it = await manifestOf(folder);
    const heading = `${"=".repeat(80)}\n${it.name} ${it.version}, ${it.license}\n`;
    const own = await textsIn(folder);
    const texts = own.length > 0 ? own : await textsOfSibling(it, all);
    return ["", heading, ...texts].join("\n");
}

/** Some packages leave out the licence of the repository that they come from, which others of it have. */
async function textsOfSibling(bare: Package, all: readonly string[]): Promise<string[]> {
    for (const folder of all) {
        const { license, repository } = await manifestOf(folder);
        const isSibling = license === bare.license && repository?.url === bare.repository?.url;
        const texts = isSibling && bare.repository ? await textsIn(folder) : [];
        if (texts.length > 0) return texts;
    }
    throw new Error(`${bare.name} ${bare.version} has no file with its licence, ${bare.license}`);
}

async function textsIn(folder: string): Promise<string[]> {
    const path = join(projectFolder, folder);
    const files = (await readdir(path, { withFileTypes: true }))
        .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
        .map((entry) => entry.name)
        .sort();
    const texts = await Promise.all(files.map((file) => readFile(join(path, file), "utf8")));
    return texts.map((text) => `${text.replaceAll("\r\n", "\n").trim()}\n`);
}

const manifestOf = async (folder: string) =>
    JSON.parse(await readFile(join(projectFolder, folder, "package.json"), "utf8")) as Package;
