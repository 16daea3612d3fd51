/** What Node.js writes with `--cpu-prof`, as far as it is read here. */
export interface CpuProfile {
    nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
    samples: number[];
    /** Microseconds before each sample. */
    timeDeltas: number[];
}

/** Names what the code of a function belongs to, by its file and line from 0 on. */
export type Owner = (url: string, line: number) => string;

/** Milliseconds of self time by owner, longest first. Waiting is left out. */
export function selfTimes({ nodes, samples, timeDeltas }: CpuProfile, owner: Owner): Map<string, number> {
    const owners = new Map(nodes.map((node) => [node.id, ownerOf(node.callFrame, owner)]));
    const times = new Map<string, number>();
    for (const [i, id] of samples.entries()) {
        const name = owners.get(id);
        if (name !== undefined) times.set(name, (times.get(name) ?? 0) + timeDeltas[i]! / 1000);
    }
    return new Map([...times].sort(([, one], [, other]) => other - one));
}

function ownerOf({ functionName, url, lineNumber }: Frame, owner: Owner): string | undefined {
    if (functionName === "(idle)" || functionName === "(root)") return undefined;
    if (functionName === "(garbage collector)") return "garbage collection";
    if (url === "") return "Node.js, native";
    if (url.startsWith("node:")) return "Node.js";
    return owner(url, lineNumber);
}

type Frame = CpuProfile["nodes"][number]["callFrame"];

/** The npm package that a path is in, or who else wrote it. */
export function packageOf(path: string): string {
    const inner = path.split("node_modules/").at(-1)!;
    if (inner === path) return /(^|\/)(provider|lib)\//.test(path) ? "aurora-s3-access" : "the program";
    const [scope, name] = inner.split("/");
    return scope!.startsWith("@") ? `${scope}/${name}` : scope!;
}

/** Of a bundle, in which esbuild states before each module the file that it was. */
export function bundleOwner(bundle: string): Owner {
    let current = "aurora-s3-access";
    const owners = bundle.split("\n").map((line) => {
        const [, file] = /^\/\/ ((?:node_modules|provider)\/\S+)$/.exec(line) ?? [];
        if (file !== undefined) current = packageOf(file);
        return current;
    });
    return (_, line) => owners[line] ?? current;
}
