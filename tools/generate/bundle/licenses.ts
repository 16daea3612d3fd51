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

/** The licences of the packages of which there is code in the scripts, as they ask for. */
export async function thirdPartyLicenses(scripts: Record<string, { metafile: Metafile }>): Promise<string> {
    const holders = new Map<string, string[]>();
    for (const [script, { metafile }] of Object.entries(scripts)) {
        for (const folder of packagesIn(metafile)) {
            holders.set(folder, [...(holders.get(folder) ?? []), script]);
        }
    }
    const names = [...new Set([...holders.values()].flat())];
    const notices = await Promise.all([...holders.keys()].sort().map(notice));
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
