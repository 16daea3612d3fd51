import assert from "node:assert/strict";
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
});
