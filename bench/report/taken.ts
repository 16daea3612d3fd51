import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { contentHash } from "../../tools/contentHash";
import { manifest, projectFolder } from "../../tools/project";
import type { Taken } from "./results";

/** What the numbers are taken on, and with. */
export async function takenNow(seconds: number, quick: boolean): Promise<Taken> {
    const packages = ["@pulumi/pulumi", "@pulumi/aws"];
    const versions = packages.map((name) => [name, versionOf(name)] as const);
    return {
        ...(quick && { quick }),
        date: new Date().toISOString().slice(0, 10),
        machine: machine(),
        versions: {
            [manifest.name]: manifest.version,
            "Node.js": process.versions.node,
            ...Object.fromEntries<string>(versions),
        },
        sources: await sourcesHash(),
        runs: 1,
        seconds: Math.round(seconds),
    };
}

/** The plugin, the library, and all that their times depend on but for the machine. */
const sources = [
    "bin",
    "provider",
    "tests/support/emulator",
    "tests/support/aws-provider",
    "tools/pack",
    "tools/toolchain",
];
/** What writes the results has no part in them. */
const measuring = ["cdk", "documents", "measure", "memory", "parts", "plugins", "programs", "programs-yaml"];

async function sourcesHash(): Promise<string> {
    const folders = [...sources, ...measuring.map((folder) => join("bench", folder))];
    const hashes = await Promise.all(folders.map((folder) => contentHash(join(projectFolder, folder))));
    return createHash("sha256").update(hashes.join()).digest("hex").slice(0, 16);
}

function machine(): string {
    const [processor] = cpus();
    return `${process.platform}, ${cpus().length} x ${processor?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
}

const versionOf = (name: string) =>
    (
        JSON.parse(readFileSync(join(projectFolder, "node_modules", name, "package.json"), "utf8")) as {
            version: string;
        }
    ).version;
