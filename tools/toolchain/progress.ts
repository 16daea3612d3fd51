const out = process.stderr;

/** Shows that `work` goes on: one line that counts the seconds on a terminal, elsewhere a line now and then. */
export async function withProgress<T>(title: string, work: () => Promise<T>): Promise<T> {
    const start = Date.now();
    const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
    const toLineStart = out.isTTY ? "\r\x1b[2K" : "";
    const show = () => out.write(`${toLineStart}${title} ... ${seconds()}${out.isTTY ? "" : "\n"}`);
    show();
    const timer = setInterval(show, out.isTTY ? 1000 : 20_000);
    let ending = "stopped";
    try {
        const result = await work();
        ending = "done";
        return result;
    } finally {
        clearInterval(timer);
        out.write(`${toLineStart}${title}: ${ending} after ${seconds()}\n`);
    }
}
