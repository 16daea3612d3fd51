import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { Report } from "../../../tools/release/report";

const { error, log } = console;
const { CI } = process.env;

/** Whether a report is good whose only check cannot run. */
async function isGoodWithout(check: string): Promise<boolean> {
    const report = new Report(tmpdir());
    const checks = [
        {
            claim: check,
            unless: () => Promise.resolve("needs Pulumi"),
            run: () => Promise.reject(new Error("run all the same")),
        },
    ];
    await report.check({ files: [], contents: "installs", checks });
    return report.print();
}

describe("A release with a check that cannot run on this machine", () => {
    beforeEach(() => (console.log = console.error = () => undefined));
    afterEach(() => {
        Object.assign(console, { error, log });
        if (CI === undefined) delete process.env.CI;
        else process.env.CI = CI;
    });

    it("is good, and its table says so", async () => {
        delete process.env.CI;
        assert.equal(await isGoodWithout("package add"), true);
    });

    it("is not good in CI", async () => {
        process.env.CI = "true";
        assert.equal(await isGoodWithout("package add"), false);
    });
});
