/** One line on a terminal that says what is being read, and goes when the report comes. */
export class Progress {
    constructor(private readonly stream: NodeJS.WriteStream) {}

    readonly say = (what: string): void => {
        if (this.stream.isTTY) this.stream.write(`\r\u001b[KReading ${what} ...`);
    };

    end(): void {
        if (this.stream.isTTY) this.stream.write("\r\u001b[K");
    }
}
