import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { cacheFolder } from "../../../tools/cache";

/**
 * Takes what a process prints, and hands it on as it comes. A pipe would break when this process is killed, and with
 * the next line that it prints the engine would die of that, in the middle of its step. A file does not.
 */
export class OutputFile {
    readonly fd: number;
    private readonly timer: NodeJS.Timeout;
    private readonly decoder = new StringDecoder("utf8");
    private position = 0;
    private text = "";

    constructor(private readonly onText: (text: string) => void = () => undefined) {
        const path = join(cacheFolder, `${randomUUID()}.log`);
        this.fd = openSync(path, "ax+");
        // It lives as long as it is open.
        unlinkSync(path);
        this.timer = setInterval(() => this.read(), 100);
    }

    private read(): void {
        const buffer = Buffer.alloc(64 * 1024);
        for (;;) {
            const length = readSync(this.fd, buffer, 0, buffer.length, this.position);
            if (length === 0) return;
            this.position += length;
            const text = this.decoder.write(buffer.subarray(0, length));
            this.text += text;
            this.onText(text);
        }
    }

    /** All that was printed. */
    close(): string {
        clearInterval(this.timer);
        this.read();
        closeSync(this.fd);
        return this.text;
    }
}
