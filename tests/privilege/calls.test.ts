import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pythonWithMoto } from "../support/emulator/python";
import { callsOn } from "./matrix/calls";
import type { Kind } from "./matrix/places";

interface Emulated {
    /** Actions that calls to S3 are judged by. */
    s3: string[];
    /** What S3 answers and judges as something else, by kind and method. */
    notJudged: Record<string, string[]>;
    /** Operations of KMS, in snake case. */
    kms: string[];
}

const tried = (kinds: readonly Kind[], service: string) =>
    kinds.flatMap((kind) => callsOn[kind]).filter(([action]) => action.startsWith(`${service}:`));

describe("the calls of the matrix", function () {
    this.timeout(300_000);
    let emulated: Emulated;

    before(async () => {
        const script = join(__dirname, "emulated.py");
        const printed = execFileSync(await pythonWithMoto(), ["-B", script], { encoding: "utf8" });
        emulated = JSON.parse(printed) as Emulated;
    });

    it("are judged by every action that the emulated S3 knows", () => {
        const actions = tried(["bucket", "object", "other"], "s3").map(([action]) => action);
        assert.deepEqual(
            [...new Set(actions)].sort(),
            emulated.s3.map((action) => `s3:${action}`),
        );
    });

    it("are never judged as another call, whatever the emulated S3 answers", () => {
        assert.deepEqual(Object.values(emulated.notJudged).flat(), []);
        assert.ok(Object.keys(emulated.notJudged).length > 0);
    });

    it("are every operation of the emulated KMS", () => {
        const operations = tried(["key", "other"], "kms").map(([, operation]) =>
            operation.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase(),
        );
        assert.deepEqual(operations.sort(), emulated.kms);
    });
});
