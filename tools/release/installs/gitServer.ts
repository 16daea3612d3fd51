import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { basename, dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runGuarded } from "../../toolchain/processes";

/** Serves a Git repository, as one on a host of repositories is: Yarn 4 takes none from a folder. */
export async function serveRepository(folder: string): Promise<{ url: string; close: () => void }> {
    const port = await freePort();
    const url = `git://127.0.0.1:${port}/${basename(folder)}`;
    const options = [
        "--export-all",
        `--base-path=${dirname(folder)}`,
        "--listen=127.0.0.1",
        `--port=${port}`,
    ];
    const server = spawn("git", ["daemon", ...options, folder], { stdio: "ignore", detached: true });
    const close = () => process.kill(-server.pid!);
    try {
        for (let attempt = 1; ; attempt++) {
            try {
                await runGuarded("git", ["ls-remote", url], {});
                return { url, close };
            } catch (error) {
                if (attempt === 50) throw error;
                await setTimeout(100);
            }
        }
    } catch (error) {
        close();
        throw error;
    }
}

async function freePort(): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    return port;
}
