import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { projectFolder } from "../../../tools/project";

describe("The bench", () => {
    it("measures a part", async () => {
        const args = ["--require", "./tests/register.js", "bench/index.ts", "documents", "--quick"];
        const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: projectFolder });
        const titles = stdout.split("\n").filter((line) => /^## |^\| [\d,]+ locations/.test(line));
        assert.deepEqual(titles, [
            "## Policy documents",
            ...["10", "100", "1,000", "2,500", "5,000", "10,000"].map((n) =>
                n === "10,000"
                    ? `| ${n} locations | median | range | ratio | 95% interval | goal | verdict |`
                    : `| ${n} locations | median | range | ratio | 95% interval |`,
            ),
        ]);
        // How many rounds are left is told as long as they take more than a second.
        const progress = stderr.split("\n").filter((line) => !/ rounds? left/.test(line));
        assert.match(
            progress.join("\n"),
            /^documents: part 1 of 1\n {2}documents: 10 to 10,000 locations: done after \d+ s\n/,
        );
    }).timeout(60_000);
});
