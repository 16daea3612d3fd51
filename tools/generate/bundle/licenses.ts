import type { Metafile } from "esbuild";
import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { projectFolder } from "../../project";
import { isLeftOut } from "./leaveOut";

interface Package {
    name: string;
    version: string;
    license: string;
}

/** The licences of the packages of which there is code in the bundle, as they ask for. */
export async function thirdPartyLicenses({ inputs }: Metafile): Promise<string> {
    const bundled = Object.keys(inputs).filter((file) => !isLeftOut(file));
    const folders = new Set(bundled.map(packageFolder).filter((folder) => folder !== undefined));
    const notices = await Promise.all([...folders].sort().map(notice));
    return `plugin.js holds code of these packages.\n${notices.join("")}`;
}

/** `node_modules/@grpc/grpc-js` for a file below it. */
const packageFolder = (file: string) =>
    /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.split("\\").join(posix.sep))?.[0];

async function notice(folder: string): Promise<string> {
    const path = join(projectFolder, folder);
    const { name, version, license } = JSON.parse(
        await readFile(join(path, "package.json"), "utf8"),
    ) as Package;
    const files = (await readdir(path, { withFileTypes: true }))
        .filter((entry) => entry.isFile() && /^(licen[cs]e|copying|notice)/i.test(entry.name))
        .map((entry) => entry.name)
        .sort();
    const texts = await Promise.all(files.map((file) => readFile(join(path, file), "utf8")));
    const heading = `${"=".repeat(80)}\n${name} ${version}, ${license}\n`;
    return ["", heading, ...texts.map((text) => `${text.replaceAll("\r\n", "\n").trim()}\n`)].join("\n");
}
