import assert from "node:assert/strict";
import { size, table } from "../../../tools/release/table";

describe("The table of a release", () => {
    it("has a line for each file, with its size, what it is and what was checked", () => {
        const rows = [
            {
                name: "npm/a.tgz",
                bytes: 305_541,
                contents: "library",
                passed: ["loads", "same bytes"],
                failed: [],
            },
            {
                name: "maven/a.jar",
                bytes: 21,
                contents: "SDK for Java",
                passed: ["loads"],
                failed: ["same bytes"],
            },
            { name: "maven/a.pom", bytes: 2_000_000, contents: "", passed: [], failed: [] },
            { name: "with a repository", contents: "", passed: ["pip"], failed: ["go get", "mvn"] },
            { name: "installs", contents: "", passed: ["npm"], failed: [], notRun: ["pnpm (needs pnpm)"] },
        ];
        assert.deepEqual(table(rows).split("\n"), [
            "artefact               size  contents      checks",
            "npm/a.tgz          305.5 kB  library       passed: loads, same bytes",
            "maven/a.jar            21 B  SDK for Java  FAILED: same bytes; passed: loads",
            "maven/a.pom          2.0 MB",
            "with a repository                          FAILED: go get, mvn; passed: pip",
            "installs                                   passed: npm; NOT RUN: pnpm (needs pnpm)",
        ]);
    });

    const sizes: [bytes: number, printed: string][] = [
        [0, "0 B"],
        [999, "999 B"],
        [1000, "1.0 kB"],
        [999_949, "999.9 kB"],
        [999_950, "1.0 MB"],
        [33_155_225, "33.2 MB"],
    ];
    for (const [bytes, printed] of sizes)
        it(`prints ${bytes} bytes as ${printed}`, () => assert.equal(size(bytes), printed));
});
