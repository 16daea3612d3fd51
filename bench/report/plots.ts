import { type PartName, parts, type PartTables } from "../tables";
import { type Curve, curves } from "./curves";
import { bars } from "./bars";
import { ratios } from "./ratios";
import type { Results } from "./results";
import { svg } from "./svg";

/** The plots of what was measured, as SVG, by their names. */
export function plots(results: Results): Record<string, string> {
    const drawn: Record<string, string> = {};
    const draw = (name: string, part: PartName, plot: () => Parameters<typeof svg>[0]) => {
        if (results[part]) drawn[name] = svg(plot());
    };
    draw("preview", "preview", () =>
        curves({
            title: "pulumi preview of N components",
            x: "components",
            y: "seconds (median, and range)",
            curves: sized("preview", results, 1000),
        }),
    );
    draw("up", "up", () =>
        curves({
            title: "pulumi up of N components, on an emulated AWS",
            x: "components",
            y: "seconds (median, and range)",
            curves: sized("up", results, 1000),
        }),
    );
    draw("ratios", "preview", () => ratios(results));
    draw("start", "start", () => bars("Start of the plugin, to its port", results.start!.rounds));
    draw("memory", "memory", () =>
        curves({
            title: "Memory of the plugin over the requests that it has served",
            x: "Constructs",
            y: "megabytes (median, and range)",
            curves: [
                { label: "resident memory", points: overConstructs(results, "resident") },
                { label: "heap in use after a garbage collection", points: overConstructs(results, "heap") },
            ],
        }),
    );
    return drawn;
}

/** A curve for each row over the `n` of the tables. */
function sized(part: "preview" | "up", results: Results, divisor: number): Curve[] {
    const { tables }: PartTables = parts[part];
    const { rounds } = results[part]!;
    const withSize = Object.entries(tables).filter(([name, { n }]) => n !== undefined && rounds[name]);
    const rows = withSize[0]?.[1].rows ?? {};
    return Object.entries(rows).map(([row, { label }]) => ({
        label: label.replaceAll("`", ""),
        points: withSize.map(([name, { n }]) => ({
            x: n!,
            values: rounds[name]![row]!.map((value) => value / divisor),
        })),
    }));
}

const overConstructs = (results: Results, table: "heap" | "resident") =>
    Object.entries(results.memory!.rounds[table]!)
        .filter(([step]) => /^\d+$/.test(step))
        .map(([step, values]) => ({ x: Number(step), values }));
