import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { list } from "tar";
import { npm } from "../../../tests/packing/npmPackage";

export interface NpmRegistry {
    url: string;
    close: () => void;
}

/**
 * A registry that has these tarballs, and sends npm on to that of the user for all else: names without a scope cannot have
 * a registry of their own. Its own 40 lines, as a registry that also takes packages is 100 packages more.
 */
export async function startNpmRegistry(tarballs: readonly string[]): Promise<NpmRegistry> {
    const { stdout } = await npm(["config", "get", "registry"], process.cwd());
    const others = stdout.trim().replace(/\/?$/, "");
    const answers = new Map<string, () => Buffer | string>();
    const server = createServer((request, response) => {
        const answer = answers.get(request.url ?? "");
        if (answer) response.setHeader("cache-control", "no-store").end(answer());
        else response.writeHead(302, { location: `${others}${request.url}` }).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    for (const tarball of tarballs) {
        const content = await readFile(tarball);
        const { name, version, ...manifest } = await manifestIn(tarball);
        const path = `/${name}/-/${basename(tarball)}`;
        const integrity = `sha512-${createHash("sha512").update(content).digest("base64")}`;
        const dist = { tarball: `${url}${path}`, integrity };
        const versions = { [version]: { ...manifest, name, version, dist } };
        const about = JSON.stringify({ name, "dist-tags": { latest: version }, versions });
        answers.set(`/${name}`, () => about).set(path, () => content);
    }
    return { url, close: () => server.close() };
}

type Manifest = Record<string, unknown> & { name: string; version: string };

async function manifestIn(tarball: string): Promise<Manifest> {
    const chunks: Buffer[] = [];
    await list({
        file: tarball,
        filter: (path) => path === "package/package.json",
        onReadEntry: (entry) => void entry.on("data", (chunk: Buffer) => chunks.push(chunk)),
    });
    return JSON.parse(Buffer.concat(chunks).toString()) as Manifest;
}
