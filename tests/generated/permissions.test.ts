import { writePermissions } from "../../tools/generate/docs/permissions";
import { assertCommitted, generated } from "./generated";

describe("the page about permissions", () => {
    it("has the tables of the tests that prove them, to the byte", async () => {
        await assertCommitted(await generated(writePermissions));
    });
});
