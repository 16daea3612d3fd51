import type { ExpectedObject, ExportedObjects } from "../engine/rules";
import { globOf, globsBefore, leastBytes, writtenAs, type Ending, type Glob } from "../policy/globs";
import type { Known } from "../values/known";
import { derived, named, quote, quoted, say, type Phrase, type Report } from "../values/message";
import type { Rule } from "../values/rule";
import { longestKey, objectPattern } from "./objects";

/** Requires a pattern that allows an export to write one of its objects. */
export function exportedObject(exported: ExportedObjects): Rule {
    return (value) => {
        const glob = globOf(value);
        if (endingsOf(exported).some((ending) => isAllowed(ending, glob))) return undefined;
        return (at) => ({
            rule: say`must match ${exported.description}`,
            received: quoted(at),
            advice: say`Write ${toCopy(at, allOf(value, exported)) ?? say`a pattern that ends with ".*"`}.`,
        });
    };
}

/** Requires objects of a location that allow data files: without these, nothing else is written. */
export function exportedLocation(exported: ExportedObjects) {
    const others = endingsOf(exported).slice(1);
    return (location: Known, report: Report): void => {
        const objects = location.field("objects");
        const [first] = objects?.items ?? [];
        if (objects === undefined || first === undefined) return;
        for (const item of objects.items) {
            const glob = globIn(item);
            // What is wrong by itself is told by itself.
            if (glob === undefined || isAllowed(exported.data, glob)) return;
            if (!others.some((ending) => isAllowed(ending, glob))) return;
        }
        report(objects, () => ({
            rule: say`must match ${exported.dataFiles}`,
            received: say`only patterns of other objects`,
            advice: addition(first, namesIn(globIn(first) ?? [], exported).names, exported.expected[0]!),
        }));
    };
}

/** The glob of a pattern that is known and right by itself. */
export function globIn({ string, deferred }: Known): Glob | undefined {
    if (deferred || string === undefined || string.length > 4 * longestKey) return undefined;
    return objectPattern(string) === undefined ? globOf(string) : undefined;
}

const endingsOf = ({ data, expected }: ExportedObjects): Ending[] => [
    data,
    ...expected.map(({ ending }) => ending),
];

/** Whether the glob matches a key that S3 takes, with this ending after a name. */
function isAllowed(ending: Ending, glob: Glob): boolean {
    for (const name of globsBefore(ending, glob)) {
        if (Math.max(leastBytes(name), 1) + ending.length <= longestKey) return true;
    }
    return false;
}

/** A pattern for all that is written to the name that this one likely means, and for nothing beside it. */
function allOf(pattern: string, { unlikelyInName }: ExportedObjects): string {
    const folder = pattern.slice(0, pattern.lastIndexOf("/") + 1);
    const [start = ""] = pattern.slice(folder.length).split(unlikelyInName, 1);
    const name = start.replace(/\.+$/, "");
    return `${folder}${name}${name === "" ? "*" : ".*"}`;
}

/** The names whose exports a pattern is likely for, as globs. */
export interface LikelyNames {
    readonly names: readonly Glob[];
    /** Whether the pattern is for their data files, and not only for what is written beside these. */
    readonly haveData: boolean;
    readonly areUsual: boolean;
}

/**
 * The names whose exports a pattern is likely for: those without what looks like an ending, if there are such.
 * `items.part_*` is for `items`, and not also for `items.part_`, which would be written to `items.part_.part_00000`.
 */
export function namesIn(glob: Glob, exported: ExportedObjects): LikelyNames {
    const [data = [], ...others] = endingsOf(exported).map((ending) => [...globsBefore(ending, glob)]);
    for (const areUsual of [true, false]) {
        for (const [names, haveData] of [[data, true] as const, [others.flat(), false] as const]) {
            const likely = areUsual ? names.filter((name) => isUsual(name, exported)) : names;
            if (likely.length > 0) return { names: likely, haveData, areUsual };
        }
    }
    return { names: [], haveData: false, areUsual: false };
}

export const isUsual = (name: Glob, { unlikelyInName }: ExportedObjects): boolean =>
    !unlikelyInName.test(writtenAs(name));

/** To add the pattern of what these names lack. */
export function addition(at: Known, names: readonly Glob[], { pattern }: ExpectedObject): Phrase {
    const [shortest = []] = [...names].sort((one, other) => one.length - other.length);
    const whole = toCopy(at, writtenAs(shortest) + pattern);
    const any =
        pattern === "" ? say`a pattern for it` : say`a pattern that ends with ${named(quote(pattern))}`;
    return say`Add ${whole ?? any} to objects.`;
}

/** A pattern in a message, unless it is cut there, or no pattern that can be written. */
function toCopy(at: Known, pattern: string): Phrase | undefined {
    if (pattern === "*" || pattern.length > 100 || objectPattern(pattern) !== undefined) return undefined;
    return derived(at, () => quote(pattern));
}
