import type { EChartsCoreOption } from "echarts";
import { median } from "../statistics/interval";
import { parts } from "../tables";
import type { Rounds } from "./results";
import { axisName, colors, text, titleOf } from "./svg";

/** How long it takes to the port, of all that is started. */
export function bars(title: string, { port, stockPort }: Record<string, Rounds>): EChartsCoreOption {
    const { tables } = parts.start;
    const rows = [
        ...Object.entries(port!).map(([name, values]) => ({
            label: (tables.port.rows as Record<string, { label: string }>)[name]!.label,
            color: name === "bare" ? colors[1] : colors[2],
            value: median(values),
        })),
        ...Object.entries(stockPort!)
            .filter(([name]) => name !== "script")
            .map(([name, values]) => ({
                label: tables.stockPort.rows[name]!.label,
                color: colors[0],
                value: median(values),
            })),
    ];
    return {
        title: titleOf(title),
        grid: { left: 340, right: 90, top: 55, bottom: 60 },
        xAxis: { type: "value", min: 0, ...axisName("milliseconds (median)", 32) },
        yAxis: {
            type: "category",
            inverse: true,
            data: rows.map(({ label }) => label),
            axisLabel: text,
            axisTick: { show: false },
        },
        series: [
            {
                type: "bar",
                barWidth: "55%",
                data: rows.map(({ value, color }) => ({ value, itemStyle: { color } })),
                label: {
                    show: true,
                    position: "right",
                    ...text,
                    formatter: ({ value }: { value: number }) =>
                        `${Math.round(value).toLocaleString("en-US")} ms`,
                },
            },
        ],
    };
}
