import type { EChartsCoreOption } from "echarts";
import { ratioOf } from "../statistics/ratio";
import { parts, type PartTables } from "../tables";
import { type Bar, errorBars } from "./errorBars";
import type { Results } from "./results";
import { axisName, colors, legend, symbols, text, titleOf } from "./svg";

const arms = ["component", "plugin"] as const;

/** The time of the component to that of its floor, with intervals and goals. */
export function ratios(results: Results): EChartsCoreOption {
    const measured = [...compared("preview", results), ...compared("up", results)];
    const { rows } = parts.preview.tables.outputs100;
    const series = arms.map((arm, i) => ({ arm, i: i + 2, shift: i === 0 ? -9 : 9 }));
    const ofArm = (arm: string) =>
        measured.map(({ label, rounds }) => ({ label, ...ratioOf(rounds, arm, "wrapped") }));
    return {
        title: titleOf("Time compared with the same resources by hand in a ComponentResource"),
        legend: { ...legend, data: arms.map((arm) => rows[arm]!.label) },
        grid: { left: 75, right: 95, top: 55, bottom: 110 },
        xAxis: {
            type: "category",
            data: measured.map(({ label }) => label),
            axisLabel: { ...text, interval: 0, lineHeight: 16 },
            axisTick: { show: false },
        },
        yAxis: {
            type: "value",
            scale: true,
            interval: 0.2,
            ...axisName("ratio (95% interval)", 50),
            ...bounds(measured),
        },
        series: series.flatMap(({ arm, i, shift }) => {
            const { label, goal } = rows[arm]!;
            const limit = (goal as { atMost: number }).atMost;
            return [
                {
                    type: "scatter",
                    name: label,
                    symbol: symbols[i],
                    symbolSize: 10,
                    symbolOffset: [shift, 0],
                    color: colors[i],
                    itemStyle: { opacity: 1 },
                    data: ofArm(arm).map(({ value }) => value),
                    markLine: {
                        silent: true,
                        symbol: "none",
                        lineStyle: { color: colors[i], type: "dashed" },
                        label: { ...text, color: colors[i], formatter: `goal ${limit}x` },
                        data: [{ yAxis: limit }],
                    },
                },
                errorBars(
                    label,
                    colors[i]!,
                    // One round has no interval.
                    ofArm(arm)
                        .filter(({ high }) => Number.isFinite(high))
                        .map(({ label, low, high }): Bar => [label, low, high]),
                    shift,
                ),
            ];
        }),
    };
}

interface Compared {
    label: string;
    rounds: Record<string, number[]>;
}

function compared(part: "preview" | "up", results: Results): Compared[] {
    const { tables }: PartTables = parts[part];
    return Object.entries(tables).flatMap(([name, { n, rows }]) => {
        const rounds = results[part]?.rounds[name];
        if (!rounds || !("plugin" in rows)) return [];
        const label =
            n === undefined ? `${part} of\n100, from\noutputs` : `${part} of\n${n.toLocaleString("en-US")}`;
        return [{ label, rounds }];
    });
}

/** On lines of the axis, with the goals in it, and not so wide that an interval of few rounds hides all others. */
function bounds(measured: Compared[]): { min: number; max: number } {
    const all = measured.flatMap(({ rounds }) => arms.map((arm) => ratioOf(rounds, arm, "wrapped")));
    const centre = all.map(({ value }) => value);
    const [least, most] = [Math.min(1, ...centre), Math.max(1.1, ...centre)];
    const room = Math.max(0.1, (most - least) / 3);
    return { min: Math.floor((least - room) * 5) / 5, max: Math.ceil((most + room) * 5) / 5 };
}
