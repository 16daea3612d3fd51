import { createInterface } from "node:readline/promises";

/** Where a person is asked. */
export interface Terminal {
    input: NodeJS.ReadableStream & { isTTY?: boolean };
    output: NodeJS.WritableStream;
}

/** Whether to go on: nothing but `yes` does. Without a terminal there is nobody to ask. */
export async function confirmed(
    question: string,
    yes: boolean,
    { input, output }: Terminal,
): Promise<boolean> {
    if (yes) return true;
    if (!input.isTTY)
        throw new Error("There is no terminal to ask for confirmation. To run it anyway, add --yes.");
    const prompt = createInterface({ input, output });
    try {
        return (await prompt.question(`${question} Only "yes" is accepted: `)).trim() === "yes";
    } finally {
        prompt.close();
    }
}
