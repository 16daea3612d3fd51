import { join } from "node:path";
import { cacheFolder } from "../tools/cache";
import { projectFolder } from "../tools/project";
import { measures } from "./parts";
import { markdown } from "./report/markdown";
import { type Measured, readResults, type Results, writeResults } from "./report/results";
import { takenNow } from "./report/taken";
import { together } from "./report/together";
import { writeReport } from "./report/write";
import { duration } from "./run";
import type { PartName } from "./tables";

const resultsFile = join(projectFolder, "bench/results.json");

/** Measures the parts one after another. Each is written when it is done, and leaves the results of the others. */
export async function measureParts(parts: readonly PartName[], quick: boolean): Promise<void> {
    const before = await readResults(resultsFile);
    const taken: Results = {};
    for (const [i, part] of parts.entries()) {
        const left = parts.slice(i).map((each) => before[each]?.taken.seconds ?? 0);
        const seconds = left.reduce((total, each) => total + each, 0);
        const estimate =
            quick || seconds === 0 ? "" : `; this and what follows took ${duration(seconds)} last time`;
        console.error(`${part}: part ${i + 1} of ${parts.length}${estimate}`);
        taken[part] = await measurePart(part, quick);
        if (quick) continue;
        const results = await readResults(resultsFile);
        taken[part] = together(results[part], taken[part]);
        await writeResults(resultsFile, { ...results, [part]: taken[part] });
        await writeReport(projectFolder);
    }
    if (quick) await writeResults(join(cacheFolder, "bench-quick.json"), taken);
    console.log(markdown(taken));
}

async function measurePart(part: PartName, quick: boolean): Promise<Measured> {
    const start = performance.now();
    const measure = await measures[part]();
    const rounds = await measure({ quick, report: (line) => console.error(`  ${part}: ${line}`) });
    return { taken: await takenNow((performance.now() - start) / 1000, quick), rounds: rounded(rounds) };
}

/** Five digits say all, and can be read. */
const rounded = (rounds: Measured["rounds"]): Measured["rounds"] =>
    JSON.parse(JSON.stringify(rounds), (_, value: unknown) =>
        typeof value === "number" ? Number(value.toPrecision(5)) : value,
    ) as Measured["rounds"];
