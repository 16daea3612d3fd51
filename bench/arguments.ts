import { type PartName, partNames } from "./tables";

export type Command =
    | { do: "measure"; parts: readonly PartName[]; quick: boolean }
    | { do: "draw" }
    | { do: "profile"; what: Profiled; components: number }
    | { do: "profile all" };

export const profiledProcesses = ["floor", "program", "plugin", "engine"] as const;
export type Profiled = (typeof profiledProcesses)[number];

const usage = `Usage:
  npm run bench                                measure everything and write the results
  npm run bench -- <part>...                   measure these parts
  npm run bench -- --quick [<part>...]         only see that it works: prints results, and writes none
  npm run bench -- --plot                      write the page and the plots from bench/results.json
  npm run bench -- profile                     profile every process, and write bench/profiles.md
  npm run bench -- profile <process> <number>  profile one, with this number of components

Parts: ${partNames.join(", ")}
Processes: ${profiledProcesses.join(", ")}`;

/** What the command line says. Throws what to write instead. */
export function parsed(args: readonly string[]): Command {
    if (args[0] === "profile") return profile(args.slice(1));
    const options = args.filter((arg) => arg.startsWith("-"));
    const names = args.filter((arg) => !arg.startsWith("-"));
    for (const option of options) {
        if (option !== "--quick" && option !== "--plot")
            throw new Error(`${option}: unknown option.\n${usage}`);
    }
    for (const name of names) {
        if (!isPart(name)) throw new Error(`${name}: unknown part.\n${usage}`);
    }
    if (options.includes("--plot")) {
        if (args.length > 1) throw new Error(`--plot: cannot be used with other arguments.\n${usage}`);
        return { do: "draw" };
    }
    // In the order of the results, each once.
    const parts = partNames.filter((part) => names.length === 0 || names.includes(part));
    return { do: "measure", parts, quick: options.includes("--quick") };
}

function profile([what, count, ...rest]: readonly string[]): Command {
    if (what === undefined) return { do: "profile all" };
    const process = profiledProcesses.find((each) => each === what);
    if (process === undefined) throw new Error(`${what}: unknown process.\n${usage}`);
    const components = Number(count);
    if (!Number.isInteger(components) || components < 1 || rest.length > 0) {
        const received = count === undefined ? "nothing" : [count, ...rest].join(" ");
        throw new Error(
            `profile ${what}: requires one number of components, but received ${received}.\n${usage}`,
        );
    }
    return { do: "profile", what: process, components };
}

const isPart = (name: string): name is PartName => (partNames as string[]).includes(name);
