/** Tells a person what happens. */
export const say = (text: string): void =>
    void process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
