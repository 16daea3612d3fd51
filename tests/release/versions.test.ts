import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import packageJson from "../../package.json";
import { projectFolder } from "../../tools/project";
import { oldestPulumi } from "../../tools/toolchain/installed";

const read = (file: string) => readFile(join(projectFolder, file), "utf8");

/** `7.10` of `7.10.0` */
const short = (version: string) => version.replace(/\.0$/, "");

const range = (peer: "@pulumi/pulumi" | "@pulumi/aws") => {
    const [, oldest, tooNew] = /^>=(\S+) <(\S+)$/.exec(packageJson.peerDependencies[peer])!;
    return `${short(oldest!)} or later, below ${tooNew}`;
};

describe("the versions that docs/versions.md supports", () => {
    let rows: Record<string, string[]>;
    before(async () => {
        const cells = (await read("docs/versions.md"))
            .split("\n")
            .filter((line) => line.startsWith("|"))
            .map((line) => line.split("|").map((cell) => cell.trim()));
        rows = Object.fromEntries(cells.map(([, name, ...others]) => [name!, others]));
    });

    it("are those that package.json and the toolchain ask for", () => {
        const supported = (name: string) => rows[name]?.[0];
        assert.deepEqual(
            {
                node: supported("Node.js, for the library"),
                cli: supported("Pulumi CLI"),
                pulumi: supported("`@pulumi/pulumi`, for the library"),
                aws: supported("`@pulumi/aws`, for the library"),
            },
            {
                node: `${packageJson.engines.node.replace(">=", "")} or later`,
                cli: `${short(oldestPulumi)} or later`,
                pulumi: range("@pulumi/pulumi"),
                aws: range("@pulumi/aws"),
            },
        );
    });

    it("are tested with the versions of Node.js that it names, on each system", async () => {
        const { jobs } = parse(await read(".github/workflows/ci.yml")) as {
            jobs: Record<string, { strategy: { matrix: { node: number[] } } }>;
        };
        const tested = rows["Node.js, for the library"]![1]!.split(/, | and /).map(Number);
        const systems = Object.entries(jobs).map(([name, { strategy }]) => [name, strategy.matrix.node]);
        assert.deepEqual(
            systems,
            ["linux", "macos", "windows"].map((name) => [name, tested]),
        );
    });
});
