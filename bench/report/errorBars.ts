import type { CustomSeriesOption } from "echarts";

/** `[x, low, high]` */
export type Bar = [x: number | string, low: number, high: number];

/** Bars with ends, which a series of ECharts' own kinds cannot have. `shift` moves them beside each other. */
export const errorBars = (name: string, color: string, data: Bar[], shift = 0): CustomSeriesOption => ({
    type: "custom",
    name,
    data,
    encode: { x: 0, y: [1, 2] },
    silent: true,
    clip: true,
    renderItem: (_, api) => {
        const [x, low] = api.coord([api.value(0), api.value(1)]) as [number, number];
        const [, high] = api.coord([api.value(0), api.value(2)]) as [number, number];
        const style = { stroke: color, lineWidth: 1.5 };
        const line = (x1: number, y1: number, x2: number, y2: number) => ({
            type: "line" as const,
            shape: { x1: x1 + shift, y1, x2: x2 + shift, y2 },
            style,
        });
        return {
            type: "group",
            children: [line(x, low, x, high), line(x - 5, low, x + 5, low), line(x - 5, high, x + 5, high)],
        };
    },
});
