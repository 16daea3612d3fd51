import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { Function, Line, Location, Profile, Sample, StringTable } from "pprof-format";
import { engineTimes } from "../../../bench/profile/engineTimes";
import { bundleOwner, packageOf, selfTimes } from "../../../bench/profile/selfTimes";
import { profileTable } from "../../../bench/profile/table";

describe("A CPU profile", () => {
    it("has self times by owner, longest first, without waiting", () => {
        const node = (id: number, functionName: string, url = "", lineNumber = 0) => ({
            id,
            callFrame: { functionName, url, lineNumber },
        });
        const profile = {
            nodes: [
                node(1, "(root)"),
                node(2, "(idle)"),
                node(3, "(garbage collector)"),
                node(4, "(program)"),
                node(5, "writev"),
                node(6, "emit", "node:events"),
                node(7, "a", "file:///node_modules/@pulumi/pulumi/output.js", 7),
                node(8, "b", "file:///node_modules/@pulumi/pulumi/output.js", 8),
            ],
            samples: [1, 2, 3, 4, 5, 6, 7, 8],
            timeDeltas: [1000, 90_000, 1000, 2000, 2500, 3000, 4000, 5500],
        };
        const owned = selfTimes(profile, (url, line) => `${packageOf(url)} ${line}`);
        assert.deepEqual(
            [...owned],
            [
                ["@pulumi/pulumi 8", 5.5],
                ["Node.js, native", 4.5],
                ["@pulumi/pulumi 7", 4],
                ["Node.js", 3],
                ["garbage collection", 1],
            ],
        );
    });

    const paths: [path: string, owner: string][] = [
        ["/a/node_modules/@pulumi/aws/iam/role.js", "@pulumi/aws"],
        ["/a/node_modules/b/node_modules/long/umd/index.js", "long"],
        ["/a/lib/policy/split.js", "aurora-s3-access"],
        ["provider/plugin/main.ts", "aurora-s3-access"],
        ["/a/.cache/bench/component/components.ts", "the program"],
    ];
    for (const [path, owner] of paths) {
        it(`counts ${path} for ${owner}`, () => assert.equal(packageOf(path), owner));
    }

    it("of a bundle is counted by the comments of the bundle", () => {
        const lines = [
            '"use strict";',
            "// node_modules/long/umd/index.js",
            "var a;",
            "// a comment of the code",
            "var b;",
            "// provider/policy/arn.ts",
            "var c;",
        ];
        const owner = bundleOwner(lines.join("\n"));
        assert.deepEqual(
            [0, 2, 4, 6].map((line) => owner("plugin.js", line)),
            ["aurora-s3-access", "long", "long", "aurora-s3-access"],
        );
    });

    it("of the engine counts each sample for what a function on its stack does", () => {
        const backend = "github.com/pulumi/pulumi/pkg/v3/backend";
        const samples: [stack: string[], samples: number][] = [
            [["runtime.memmove", "encoding/json.Marshal", `${backend}.(*SnapshotManager).saveSnapshot`], 7],
            [[`${backend}.(*SnapshotManager).defaultServiceLoop`, "runtime.goexit"], 1],
            [["runtime.scanobject", "runtime.gcBgMarkWorker"], 2],
            [["runtime.sweepone", "runtime.bgsweep"], 1],
            [["encoding/json.Marshal", "main.main"], 2],
        ];
        assert.deepEqual(
            engineTimes(gzipSync(goProfile(samples))),
            new Map([
                ["writing the state", 80],
                ["garbage collection", 30],
                ["all else", 20],
            ]),
        );
    });

    it("is shown beside others, without what is short in each", () => {
        const profiles = {
            program: new Map([
                ["long", 900],
                ["tar", 95],
                ["yaml", 5],
            ]),
            plugin: new Map([
                ["tar", 198],
                ["yaml", 1],
                ["ini", 1],
            ]),
        };
        assert.deepEqual(profileTable("2 components", profiles).split("\n"), [
            "| 2 components | program | plugin |",
            "| --- | ---: | ---: |",
            "| long | 900 ms (90.0%) | 0 ms (0.0%) |",
            "| tar | 95 ms (9.5%) | 198 ms (99.0%) |",
            "| others | 5 ms (0.5%) | 2 ms (1.0%) |",
            "| **total** | **1000 ms** | **200 ms** |",
            "",
        ]);
    });

    it("is shown without a line for others, where there are none", () => {
        const profiles = { engine: new Map([["writing the state", 70]]) };
        assert.deepEqual(profileTable("2 components", profiles).split("\n"), [
            "| 2 components | engine |",
            "| --- | ---: |",
            "| writing the state | 70 ms (100.0%) |",
            "| **total** | **70 ms** |",
            "",
        ]);
    });
});

/** As Go writes it, with stacks from the innermost function on and how many samples of 10 ms have them. */
function goProfile(samples: [stack: string[], samples: number][]): Uint8Array {
    const stringTable = new StringTable();
    const names = [...new Set(samples.flatMap(([stack]) => stack))];
    const idOf = (name: string) => names.indexOf(name) + 1;
    return new Profile({
        sample: samples.map(
            ([stack, count]) =>
                new Sample({ locationId: stack.map(idOf), value: [count, count * 10_000_000] }),
        ),
        location: names.map((name) => {
            const id = idOf(name);
            return new Location({ id, line: [new Line({ functionId: id })] });
        }),
        function: names.map((name) => new Function({ id: idOf(name), name: stringTable.dedup(name) })),
        stringTable,
    }).encode();
}
