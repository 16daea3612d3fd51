import { type EChartsCoreOption, init } from "echarts";

/** Readable on light and on dark pages, and by those who do not see all colours. */
export const colors = ["#888888", "#222222", "#0072b2", "#d55e00"];
export const symbols = ["triangle", "rect", "circle", "diamond"];

export const text = { color: "#222222", fontFamily: "Helvetica, Arial, sans-serif", fontSize: 13 };

const size = { width: 860, height: 480 };

/** The same SVG for the same plot. */
export function svg(option: EChartsCoreOption): string {
    const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
    try {
        chart.setOption({ backgroundColor: "#ffffff", animation: false, textStyle: text, ...option });
        return `${withStableIds(chart.renderToSVGString())}\n`;
    } finally {
        chart.dispose();
    }
}

/** ECharts counts its charts and the styles of all of them, and names parts of a picture after the counts. */
function withStableIds(drawn: string): string {
    const ids = new Map<string, string>();
    return drawn.replace(/zr\d+-[a-z]+-?\d+/g, (id) => {
        if (!ids.has(id)) ids.set(id, `id-${ids.size}`);
        return ids.get(id)!;
    });
}

export const titleOf = (title: string) => ({
    text: title,
    left: "center",
    top: 12,
    textStyle: { ...text, fontSize: 17, fontWeight: "bold" as const },
});

export const axisName = (name: string, gap: number) => ({
    name,
    nameLocation: "middle" as const,
    nameGap: gap,
    nameTextStyle: text,
    axisLabel: text,
    axisLine: { show: true, lineStyle: { color: "#666666" } },
    splitLine: { lineStyle: { color: "#e4e4e4" } },
});

export const legend = { bottom: 8, textStyle: text, itemGap: 32 };
