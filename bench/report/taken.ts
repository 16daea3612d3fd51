import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { manifest, projectFolder } from "../../tools/project";
import type { Taken } from "./results";

/** What the numbers are taken on, and with. */
export function takenNow(seconds: number, quick: boolean): Taken {
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
        seconds: Math.round(seconds),
    };
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
