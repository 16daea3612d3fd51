import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { manifest } from "../../tools/project";
import { npm, type NpmPackage, packNpmPackage } from "./npmPackage";

const quietly = ["--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];

describe("The peer dependencies of the npm package", () => {
    let packed: NpmPackage;
    let folder: string;
    before(async () => {
        packed = await packNpmPackage();
    });
    after(() => packed.remove());
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "peers-"));
        await writeFile(join(folder, "package.json"), JSON.stringify({ name: "user", private: true }));
    });
    afterEach(() => rm(folder, { recursive: true }));

    /** What Node.js prints that runs this code in the folder. */
    const run = (code: string) => promisify(execFile)(process.execPath, ["--eval", code], { cwd: folder });

    const putIn = async (name: string, version: string) => {
        await mkdir(join(folder, "node_modules", name), { recursive: true });
        const text = JSON.stringify({ name, version, main: "index.js" });
        await writeFile(join(folder, "node_modules", name, "package.json"), text);
    };

    it("are not installed with it, and its policies need none", async () => {
        await npm(["install", ...quietly, packed.tarball], folder);
        const installed = await readdir(join(folder, "node_modules"));
        assert.deepEqual(
            installed.filter((name) => !name.startsWith(".")),
            [manifest.name],
        );
        const { stdout } = await run(
            `console.log(Object.keys(require("${manifest.name}/policy").engines).join())`,
        );
        assert.equal(stdout, "aurora-mysql,aurora-postgresql\n");
    });

    it("are told of in one sentence where a program lacks one, or has another version of it", async () => {
        await npm(["install", ...quietly, packed.tarball], folder);
        const told = async () => {
            const { stderr } = await run(`require("${manifest.name}")`).then(
                () => assert.fail("it was loaded"),
                (error: { stderr: string }) => error,
            );
            return stderr.split("\n").filter((line) => line.startsWith("Error: "));
        };
        const requires = "Error: aurora-s3-access requires";
        assert.deepEqual(await told(), [
            `${requires} @pulumi/pulumi >=3.142.0 <4, which is not installed. Run: npm install @pulumi/pulumi@3`,
        ]);
        await putIn("@pulumi/pulumi", "3.142.0");
        await putIn("@pulumi/aws", "6.83.0");
        assert.deepEqual(await told(), [
            `${requires} @pulumi/aws >=7.10.0 <8, but version 6.83.0 is installed. Run: npm install @pulumi/aws@7`,
        ]);
    });

    it("are rejected by npm in a version outside their range", async () => {
        const install = ["install", ...quietly, "--package-lock-only", packed.tarball, "@pulumi/aws@6.83.0"];
        await assert.rejects(npm(install, folder), /ERESOLVE[^]*peerOptional @pulumi\/aws@">=7\.10\.0 <8"/);
    });
});
