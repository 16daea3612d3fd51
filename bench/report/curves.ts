import type { EChartsCoreOption } from "echarts";
import { median } from "../statistics/interval";
import { errorBars } from "./errorBars";
import { axisName, colors, legend, symbols, titleOf } from "./svg";

export interface Curve {
    label: string;
    points: { x: number; values: number[] }[];
}

interface Curves {
    title: string;
    x: string;
    y: string;
    curves: Curve[];
}

/** The medians, with their ranges, on straight axes: what grows linearly is a straight line. */
export function curves({ title, x, y, curves: drawn }: Curves): EChartsCoreOption {
    // Two are far apart from each other, four are in the order of the arms.
    const style = (i: number) => (drawn.length === 2 ? i + 2 : i);
    return {
        title: titleOf(title),
        legend: { ...legend, data: drawn.map(({ label }) => label) },
        grid: { left: 75, right: 35, top: 55, bottom: drawn.length > 2 ? 140 : 95 },
        xAxis: { type: "value", min: 0, ...axisName(x, 30) },
        yAxis: { type: "value", min: 0, ...axisName(y, 48) },
        series: drawn.flatMap(({ label, points }, i) => [
            {
                type: "line",
                name: label,
                symbol: symbols[style(i)],
                symbolSize: 9,
                color: colors[style(i)],
                lineStyle: { width: 2, type: i === 0 && drawn.length > 2 ? "dashed" : "solid" },
                data: points.map((point) => [point.x, median(point.values)]),
            },
            errorBars(
                label,
                colors[style(i)]!,
                points.map((point) => [point.x, Math.min(...point.values), Math.max(...point.values)]),
            ),
        ]),
    };
}
