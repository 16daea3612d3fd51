import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { amount, markdown } from "../../../bench/report/markdown";
import { plots } from "../../../bench/report/plots";
import { readResults, type Results, writeResults } from "../../../bench/report/results";

const taken = {
    date: "2026-01-31",
    machine: "linux, 2 x Processor, 8 GiB",
    versions: { "aurora-s3-access": "1.2.3", "Node.js": "20.19.0" },
    sources: "0123456789abcdef",
    runs: 1,
    seconds: 61.4,
};
const up = (rounds: number[]) => ({
    flat: rounds.map((each) => each * 0.5),
    wrapped: rounds,
    component: rounds.map((each) => each * 1.04),
    plugin: rounds.map((each) => each * 1.2),
});

const results: Results = {
    up: {
        taken,
        rounds: {
            up1: up([2000, 2100, 2200]),
            up25: up([4500, 4600, 4700]),
            up100: up([12000, 12100, 12200]),
        },
    },
    require: { taken, rounds: { require: { aws: [400, 500, 450], library: [9, 10, 11] } } },
    size: {
        taken: { ...taken, quick: true },
        rounds: { size: { packed: [0.4063], withPeers: [133.2] } },
    },
};

const armTable = (title: string, rows: string[]) => [
    `| ${title} | median | range | ratio | 95% interval | goal | verdict |`,
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
    "3 rounds.",
    "",
];
const goals = {
    flat: "0.500x | 0.500x to 0.500x |  |  |",
    component: "1.040x | 1.040x to 1.040x | at most 1.05x of by hand, in a `ComponentResource` | **met** |",
    plugin: "1.200x | 1.200x to 1.200x | at most 1.1x of by hand, in a `ComponentResource` | **missed** |",
};

describe("The page of results", () => {
    const page = markdown(results).split("\n");
    const section = (title: string) => {
        const start = page.indexOf(`## ${title}`);
        const end = page.findIndex((line, i) => i > start && line.startsWith("## "));
        // Not what explains the part.
        return page.slice(start + 4, end === -1 ? page.length : end);
    };

    it("has the parts that were measured, in the order of the parts", () => {
        const titles = page.filter((line) => line.startsWith("#"));
        assert.deepEqual(titles, [
            "# Results of the benchmarks",
            "## Update",
            "## Loading the library",
            "## Size on disk",
        ]);
    });

    it("states medians, ranges, ratios with intervals, goals, verdicts and growth", () => {
        assert.deepEqual(section("Update"), [
            ...armTable("one component", [
                `| by hand, without a component | 1050 ms | 1000 to 1100 ms | ${goals.flat}`,
                "| by hand, in a `ComponentResource` | 2100 ms | 2000 to 2200 ms |  |  |  |  |",
                `| the component, in the program | 2184 ms | 2080 to 2288 ms | ${goals.component}`,
                `| the component, in the plugin | 2520 ms | 2400 to 2640 ms | ${goals.plugin}`,
            ]),
            ...armTable("25 components", [
                `| by hand, without a component | 2300 ms | 2250 to 2350 ms | ${goals.flat}`,
                "| by hand, in a `ComponentResource` | 4600 ms | 4500 to 4700 ms |  |  |  |  |",
                `| the component, in the program | 4784 ms | 4680 to 4888 ms | ${goals.component}`,
                `| the component, in the plugin | 5520 ms | 5400 to 5640 ms | ${goals.plugin}`,
            ]),
            ...armTable("100 components", [
                `| by hand, without a component | 6050 ms | 6000 to 6100 ms | ${goals.flat}`,
                "| by hand, in a `ComponentResource` | 12100 ms | 12000 to 12200 ms |  |  |  |  |",
                `| the component, in the program | 12584 ms | 12480 to 12688 ms | ${goals.component}`,
                `| the component, in the plugin | 14520 ms | 14400 to 14640 ms | ${goals.plugin}`,
            ]),
            "| Growth over the number of components | each adds | 95% interval | part of N², 95% interval | N² less that of by hand, in a `ComponentResource`, 95% interval | growth |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            "| by hand, without a component | 50.9 ms | 48.7 to 53.2 ms | -14.9% to 7.7% | 3.5% to 3.5% | **linear** |",
            "| by hand, in a `ComponentResource` | 102 ms | 97.4 to 106 ms | -14.9% to 7.7% |  | **linear** |",
            "| the component, in the program | 106 ms | 101 to 111 ms | -14.9% to 7.7% | -0.1% to -0.1% | **linear** |",
            "| the component, in the plugin | 122 ms | 117 to 128 ms | -14.9% to 7.7% | -0.6% to -0.6% | **linear** |",
            "",
            "`npm run bench -- up`, 2026-01-31: linux, 2 x Processor, 8 GiB, aurora-s3-access 1.2.3, Node.js 20.19.0, 61 s.",
            "",
        ]);
    });

    it("states a goal for a value that is compared with no other", () => {
        assert.deepEqual(section("Loading the library").slice(0, 6), [
            "| `require` | median | range | 95% interval | goal | verdict |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
            "| `@pulumi/aws`, and the classes of these resources | 450 ms | 400 to 500 ms |  |  |  |",
            "| `aurora-s3-access`, after that | 10.0 ms | 9.00 to 11.0 ms | 7.77 to 12.8 ms | at most 20 ms | **met** |",
            "",
            "3 rounds.",
        ]);
    });

    it("has the values only where one round is enough, and says what was a quick run", () => {
        assert.deepEqual(section("Size on disk"), [
            "| What users install | value |",
            "| --- | ---: |",
            "| the npm package, packed | 0.406 MB |",
            "| `node_modules` with the npm package and its peer dependencies | 133 MB |",
            "",
            "`npm run bench -- size`, **a quick run with fewer rounds and smaller sizes, which says nothing about speed**, 2026-01-31: linux, 2 x Processor, 8 GiB, aurora-s3-access 1.2.3, Node.js 20.19.0, 61 s.",
            "",
        ]);
    });

    const amounts: [value: number, unit: string, written: string][] = [
        [1234.5, "ms", "1235 ms"],
        [100, "ms", "100 ms"],
        [99.94, "ms", "99.9 ms"],
        [1.234, "MB", "1.23 MB"],
        [0.1234, "ms", "0.123 ms"],
        [0.000567, "ms", "0.000567 ms"],
        [0, "ms", "0 ms"],
        [98, "outputs", "98 outputs"],
    ];
    for (const [value, unit, written] of amounts) {
        it(`writes ${value} as ${written}`, () => assert.equal(amount(value, unit), written));
    }
});

describe("The plots", () => {
    it("are drawn of what was measured, the same each time", () => {
        const [once, again] = [plots(results), plots(results)];
        assert.deepEqual(Object.keys(once), ["up"]);
        assert.deepEqual(again, once);
    });
});

describe("The file of results", () => {
    let folder: string;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), "results-"));
    });
    after(() => rm(folder, { recursive: true }));

    it("is read as it was written, with the rounds of a row on one line", async () => {
        const file = join(folder, "results.json");
        await writeResults(file, results);
        assert.deepEqual(await readResults(file), results);
        assert.ok((await readFile(file, "utf8")).includes('\n                "aws": [ 400, 500, 450 ],\n'));
    });

    it("may be missing", async () => {
        assert.deepEqual(await readResults(join(folder, "missing.json")), {});
    });
});
