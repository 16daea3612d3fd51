/** The options of a command of the AWS CLI. `true` for an option without a value. */
export type Options = Readonly<Record<string, string | readonly string[] | true | undefined>>;

/** A command that a POSIX shell runs as it stands. */
export function aws(command: string, options: Options): string {
    const words = Object.entries(options).flatMap(([name, value]) => {
        if (value === undefined) return [];
        return [`--${name}`, ...(value === true ? [] : [value].flat().map(quoted))];
    });
    return ["aws", command, ...words].join(" ");
}

/** As one word of a shell. */
export const quoted = (word: string): string =>
    /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;
