import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { manifest, projectFolder } from "../../tools/project";

const launcher = `pulumi-resource-${manifest.name}`;

describe("the plugin", () => {
    let folder: string;
    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "plugin-doctor-"));
        for (const file of [launcher, "plugin.js", "doctor.js"])
            await cp(join(projectFolder, "bin", file), join(folder, file));
    });
    afterEach(() => rm(folder, { recursive: true }));

    const run = (...args: string[]) =>
        promisify(execFile)(join(folder, launcher), args, {
            env: { PATH: process.env.PATH, AWS_EC2_METADATA_DISABLED: "true" },
        }).then(
            ({ stdout }) => ({ code: 0, told: stdout }),
            ({ code, stderr }: { code: number; stderr: string }) => ({ code, told: stderr }),
        );

    // As `pulumi plugin run aurora-s3-access --kind resource -- doctor` starts it.
    it("runs the doctor when its first argument says so", async () => {
        assert.deepEqual(await run("doctor", "--version"), { code: 0, told: `${manifest.version}\n` });
        const { code, told } = await run("doctor", "sales");
        assert.equal(code, 2);
        assert.match(told, /^The AWS Region of the cluster is not known\./);
    });

    it("needs the doctor's script only for the doctor", async () => {
        await rm(join(folder, "doctor.js"));
        assert.equal((await run("doctor", "--version")).code, 0);
        assert.match((await run("doctor", "sales")).told, /Cannot find module '.*doctor\.js'/);
    });
});
