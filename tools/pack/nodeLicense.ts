import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const prefix = join(process.execPath, "../..");

/** Where distributions of Node.js keep the licences of it and of what it holds. */
const places = [
    join(prefix, "LICENSE"),
    join(prefix, "share/doc/nodejs/LICENSE"),
    join(process.execPath, "../LICENSE"),
];

/** The licences of the Node.js that runs this. */
export async function nodeLicense(): Promise<string> {
    for (const file of places.filter((place) => existsSync(place))) {
        const text = await readFile(file, "utf8");
        if (text.startsWith("Node.js is licensed")) return text;
    }
    return `Node.js ${process.version}: https://github.com/nodejs/node/blob/${process.version}/LICENSE\n`;
}
