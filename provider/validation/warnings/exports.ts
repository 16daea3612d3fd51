import type { ExportedObjects } from "../../engine/rules";
import { globsBefore, isOpen, type Glob } from "../../policy/globs";
import type { Known } from "../../values/known";
import { quoted, say, type Report } from "../../values/message";
import { addition, globIn, isUsual, namesIn } from "../exports";
import { Names, type Budget } from "./names";

/**
 * Patterns for exports that cannot write all that they may have to: what one pattern of a location lacks, another one can have.
 */
export function warnOfExports(
    objects: Known | undefined,
    exported: ExportedObjects,
    budget: Budget,
    report: Report,
): void {
    if (objects === undefined || objects.secret) return;
    const globs = objects.items.map(globIn);
    if (!globs.every((glob) => glob !== undefined)) return;
    // What is open allows all that is written to the names that it matches.
    const isComplete = (glob: Glob) => isOpen(glob) && isUsual(glob, exported);
    if (globs.every(isComplete)) return;

    const expected = exported.expected.map((each) => {
        const names = globs.flatMap((glob) => [...globsBefore(each.ending, glob)]);
        const usual = names.filter((name) => isUsual(name, exported));
        return { ...each, all: new Names(names, budget), usual: new Names(usual, budget) };
    });
    const missingFor = (glob: Glob) => {
        if (isComplete(glob)) return { names: [], missing: [] };
        const { names, haveData, areUsual } = namesIn(glob, exported);
        // What is written beside the data files needs these; what they need is told of the pattern for them.
        const needed = haveData ? expected : expected.slice(0, 1);
        const missing = needed.filter(
            ({ all, usual }) => !names.some((name) => (areUsual ? usual : all).has(name)),
        );
        // The pattern for the first file is for the second one too.
        const isFirst = (each: (typeof missing)[number]) =>
            missing.find(({ pattern }) => pattern === each.pattern) === each;
        return { names, missing: missing.filter(isFirst) };
    };

    objects.items.forEach((at, i) => {
        // A folder without what is in it is told of by itself.
        if (at.secret || at.string?.endsWith("/")) return;
        const { names, missing } = missingFor(globs[i]!);
        for (const each of missing) {
            report(at, () => ({
                rule: say`${quoted(at)} does not allow ${each.what}, so ${each.otherwise}`,
                advice: addition(at, names, each),
            }));
        }
    });
}
