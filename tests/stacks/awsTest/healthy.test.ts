import assert from "node:assert/strict";
import { AwsTest, type Ended } from "./testRun";

describe("npm run test:aws, on the emulated AWS", () => {
    let test: AwsTest;
    let ended: Ended;
    before(async () => {
        test = await AwsTest.begin();
        ended = await test.run("--yes");
    });
    after(() => test.end());

    it("finds everything as expected", () => {
        assert.equal(ended.exitCode, 0, ended.output);
    });
});
