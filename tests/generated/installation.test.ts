import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { shown, writeInstallation } from "../../tools/generate/docs/installation";
import { names } from "../../tools/generate/docs/names";
import { identityOf } from "../../tools/identity";
import { projectFolder } from "../../tools/project";
import { assertCommitted, generated } from "./generated";

const folder = join(projectFolder, "tools/generate/docs/installation");
const published = {
    ...names,
    identity: identityOf("github:acme-data/pulumi-aws-aurora-s3-access", names.version),
};

describe("how to install, in the docs", () => {
    it("is what tools/generate/docs/installation/ says", async () => {
        await assertCommitted(await generated(writeInstallation));
    });

    it("has the same parts from a checkout and once it is published", async () => {
        const parts = async (form: string) => (await readdir(join(folder, form))).sort();
        assert.deepEqual(await parts("published"), await parts("checkout"));
    });

    it("needs no checkout once there is a repository", async () => {
        for (const file of await readdir(join(folder, "published"))) {
            const text = await shown(file.replace(".md", ""), published);
            assert.doesNotMatch(text, /checkout|<path|not published|\.invalid|\{\{/);
        }
    });
});
