import assert from "node:assert/strict";
import fc from "fast-check";
import { diagnose } from "../../../doctor/diagnose";
import { exitCodeOf } from "../../../doctor/finding";
import { healthy } from "../../support/doctor/facts";
import { kind } from "../../support/doctor/kinds";

describe("the doctor", () => {
    it("finds a healthy database healthy, whatever it is made of", function () {
        this.timeout(30_000);
        fc.assert(
            fc.property(kind, (each) => {
                const diagnosis = diagnose(healthy(each));
                assert.deepEqual(diagnosis.findings, []);
                assert.deepEqual(diagnosis.notChecked, []);
                assert.equal(diagnosis.verdict, "healthy");
                assert.equal(exitCodeOf(diagnosis), 0);
            }),
            { numRuns: 500 },
        );
    });
});
