import assert from "node:assert/strict";
import fc from "fast-check";
import { diagnose } from "../../../doctor/diagnose";
import { exitCodeOf } from "../../../doctor/finding";
import { draftOf, inside } from "../../support/doctor/draft";
import { healthy, plain, roleArn } from "../../support/doctor/facts";
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

    it("takes the parameter of later versions on version 2, too, unless its own is set", () => {
        const facts = draftOf(healthy({ ...plain, engine: "mysql2" }));
        const values = { aws_default_s3_role: roleArn("sales"), aurora_load_from_s3_role: "" };
        for (const parameter of inside(facts.parameters))
            parameter.value = (values as Record<string, string>)[parameter.name];
        assert.equal(diagnose(facts).verdict, "healthy");
    });
});
