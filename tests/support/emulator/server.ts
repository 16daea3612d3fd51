import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { devNull } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

type ServerProcess = ChildProcessByStdio<Writable, Readable, Readable>;

export interface Server {
    endpoint: string;
    pid: number;
    stop: () => Promise<void>;
}

/**
 * Starts server.py. It is detached, so that Ctrl-C reaches it only through its parent, which may have more to ask of
 * it; and it ends when its standard input closes, which is at `stop()` or when and however this process ends.
 */
export async function startServer(python: string): Promise<Server> {
    // -B: no __pycache__ beside the sources.
    const server = spawn(python, ["-B", join(__dirname, "server.py")], {
        detached: true,
        stdio: ["pipe", "pipe", "pipe"],
        // Of the user's environment nothing may count: an AWS_PROFILE alone would stop it.
        env: { AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull },
    });
    await once(server, "spawn");
    const exited = once(server, "exit");
    return {
        pid: server.pid!,
        endpoint: `http://127.0.0.1:${await portOf(server)}`,
        stop: async () => {
            server.stdin.end();
            await exited;
        },
    };
}

async function portOf(server: ServerProcess): Promise<number> {
    let errors = "";
    const keep = (text: Buffer): void => {
        errors += text.toString();
    };
    server.stderr.on("data", keep);
    for await (const line of createInterface(server.stdout)) {
        server.stderr.off("data", keep).pipe(process.stderr);
        return (JSON.parse(line) as { port: number }).port;
    }
    await once(server, "close");
    throw new Error(`The emulated AWS (server.py) exited before it was reachable:\n${errors}`);
}
