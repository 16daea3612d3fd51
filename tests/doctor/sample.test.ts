import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { terminalReport } from "../../doctor/report/terminal";
import { projectFolder } from "../../tools/project";
import { useEmulator } from "../support/emulator/builders";
import { Account, region } from "./account";
import { examined } from "./examined";
import { named } from "./scenarios";
import { at } from "./scenarios/scenario";

describe("README.md", () => {
    const emulator = useEmulator();

    it("shows what the doctor says if the parameter is empty", async () => {
        const readme = await readFile(join(projectFolder, "README.md"), "utf8");
        const [, sample = ""] = /<!-- doctor, parameter empty -->\n\n```text\n(.*?)```/s.exec(readme) ?? [];

        const { endpoint, accountId } = emulator();
        const credentials = { accessKeyId: accountId, secretAccessKey: "test" };
        const account = await new Account(accountId, { endpoint, region, credentials }).create();
        await named("the parameter is empty").breaks(account);
        const diagnosis = await examined(account, [at("import", account.raw, "incoming/orders.csv")]);
        const report = terminalReport(diagnosis, { color: false, width: 100 });
        assert.equal(`${report.split("\nChecked\n")[0]!.trimEnd()}\n`, sample);
    });
});
