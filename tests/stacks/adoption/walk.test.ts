import { DeleteDBClusterCommand } from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { policiesOfRole, rolesOfCluster } from "../../support/attached";
import { createCluster } from "../../support/emulator/builders";
import type { Emulator } from "../../support/emulator/emulator";
import { describeSteps, TestStack, type FolderStack } from "../../support/engine";
import { setUp } from "../../support/setUp";
import { usePluginOnPath } from "../pluginOnPath";
import { addToCluster, allowAuroraToExampleBucket, amazonRdsKmsKey, makeRole } from "./console";
import { codeOfPage, programFolder, sources, type ImportedResource } from "./page";

interface Walk {
    /** What is there before. */
    prepare: (aws: Emulator) => Promise<unknown>;
    program: (page: Page) => string;
    walk: (stack: FolderStack, aws: Emulator, page: Page) => Promise<void>;
}

type Page = Awaited<ReturnType<typeof codeOfPage>>;

const walks: Record<string, Walk> = {
    "takes over role, policies and association by a file": {
        prepare: async ({ aws }) => {
            const policies = [allowAuroraToExampleBucket, amazonRdsKmsKey];
            await addToCluster(aws, "sales", await makeRole(aws, "AllowAuroraS3Role", ...policies));
        },
        program: ({ program }) => program,
        walk: async (stack, emulator, { importFile, steps }) => {
            const file = join(stack.folder, "import.json");
            await stack.preview({ importFile: file });
            const written = JSON.parse(await readFile(file, "utf8")) as typeof importFile;
            const ids = new Map(importFile.resources.map((it) => [it.name, it.id]));
            const filled = written.resources.map((it) => ({ ...it, ...(it.id && { id: ids.get(it.name) }) }));
            assert.deepEqual(sorted(filled), sorted(importFile.resources));

            assert.deepEqual(await changesDuring(emulator, stack.import(filled, {})), []);
            assert.deepEqual(describeSteps(await stack.preview()), steps);
            assert.deepEqual(await changesDuring(emulator, stack.up()), [
                "iam:CreatePolicyVersion",
                "iam:UpdateAssumeRolePolicy",
            ]);
            assert.deepEqual(describeSteps(await stack.preview()), []);

            const { aws, accountId } = emulator;
            const roleArn = `arn:aws:iam::${accountId}:role/AllowAuroraS3Role`;
            const policies = Object.keys(await policiesOfRole(aws, roleArn));
            assert.deepEqual(policies, ["AllowAuroraToExampleBucket", "AmazonRDSKMSKey"]);
            const roles = await rolesOfCluster(aws, "sales");
            assert.deepEqual(roles, [{ roleArn, status: "ACTIVE", featureName: undefined }]);
        },
    },

    "takes over role and policy by a transform, which can go afterwards": {
        prepare: ({ aws }) => makeRole(aws, "AllowAuroraS3Role", amazonRdsKmsKey),
        program: ({ withTransform }) => withTransform,
        walk: async (stack, emulator) => {
            assert.deepEqual(describeSteps(await stack.preview()), [
                "create AuroraS3Access sales",
                "import iam.Policy sales-kms",
                "import iam.Role sales-role",
                "import iam.RolePolicyAttachment sales-kms",
                "update iam.Role sales-role [assumeRolePolicy,forceDetachPolicies]",
            ]);
            assert.deepEqual(await changesDuring(emulator, stack.up()), ["iam:UpdateAssumeRolePolicy"]);
            await stack.edit("index.ts", "import: id", "");
            assert.deepEqual(describeSteps(await stack.preview()), []);
        },
    },
};

describe("docs/guides/import-existing-resources.md", () => {
    usePluginOnPath();
    for (const [claim, walk] of Object.entries(walks)) {
        for (const [way, source] of Object.entries(sources)) {
            it(`${claim}, ${way}`, () => claimWalk(walk, source));
        }
    }
});

async function claimWalk({ prepare, program, walk }: Walk, source: string): Promise<void> {
    const page = await codeOfPage();
    const { aws, stack: options } = await setUp();
    await createCluster(aws.aws);
    await prepare(aws);

    const folder = await programFolder(program(page), source);
    const stack = await TestStack.fromFolder(folder, options);
    try {
        await walk(stack, aws, page);
    } finally {
        await stack.destroy();
        stack.dispose();
        await rm(folder, { recursive: true });
    }
    const cluster = { DBClusterIdentifier: "sales", SkipFinalSnapshot: true };
    await aws.aws.rds.send(new DeleteDBClusterCommand(cluster));
    const left = await aws.leftovers();
    await aws.stop();
    assert.deepEqual(left, [], "nothing is left in AWS");
}

/** What AWS was asked to change meanwhile, sorted. */
async function changesDuring(aws: Emulator, run: Promise<unknown>): Promise<string[]> {
    const before = (await aws.calls()).length;
    await run;
    const calls = (await aws.calls()).slice(before).map((call) => call.split(" ")[0]!);
    return calls.filter((operation) => !/:(Get|List|Describe)/.test(operation)).sort();
}

/** By name, and without the version of the plugin. */
function sorted(resources: ImportedResource[]): ImportedResource[] {
    return resources
        .map((resource) => ({ ...resource, version: undefined }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
}
