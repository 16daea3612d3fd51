/** The names as a list, each as code. */
export const codes = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

/** 12345 as 12,345. */
export const count = (number: number): string => number.toLocaleString("en-US");
