import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import fc from "fast-check";
import { AuroraS3Access } from "../../../provider";
import { plan } from "../../../provider/plan/access";
import { unnamed } from "../../../provider/validation/automaticNames";
import { Known } from "../../../provider/values/known";
import { validConfiguration } from "../../support/inputs/configurations";
import { run, type Registered } from "./program";

const importFrom = [{ bucket: "raw" }];
const rejected =
    'AuroraS3Access "sales db" has invalid inputs:\n' +
    '  roleName: must be set, because the automatic name "sales db-role-" and 7 random characters contains characters other than letters, digits and _+=,.@-. Set roleName, or give the component another name.';

/** What a component without a name for its role is rejected for, in a stack with this autonaming. */
async function rejection(autonaming: string | undefined): Promise<string | undefined> {
    const resources: Registered[] = [];
    pulumi.runtime.setAllConfig(autonaming === undefined ? {} : { "pulumi:autonaming": autonaming });
    try {
        await run(
            () => new AuroraS3Access("sales db", { importFrom, importPolicyName: "load" }),
            {},
            resources,
        );
        return undefined;
    } catch (error) {
        assert.deepEqual(resources, []);
        return (error as Error).message;
    } finally {
        pulumi.runtime.setAllConfig({});
    }
}

const pattern = '"pattern":"${project}-${name}"';
const ofAws = (naming: string) => `"providers":{"aws":{${naming}}}`;
const ofResource = (type: string, naming: string) => ofAws(`"resources":{"${type}":{${naming}}}`);
const ofRole = (naming: string) => ofResource("aws:iam/role:Role", naming);

/** The autonaming of a stack, and whether it leaves our children the names that Pulumi gives by itself. */
const settings: [autonaming: string | undefined, automatic: boolean][] = [
    [undefined, true],
    ["{}", true],
    ['{"mode":"default"}', true],
    [`{"providers":{"azure":{${pattern}}}}`, true],
    [`{${ofResource("aws:s3/bucket:Bucket", pattern)}}`, true],
    [`{${pattern},${ofAws('"mode":"default"')}}`, true],
    ['{"mode":"verbatim"}', false],
    ['{"mode":"disabled"}', false],
    [`{${pattern}}`, false],
    [`{${pattern},"enforce":true}`, false],
    [`{${ofAws('"mode":"verbatim"')}}`, false],
    [`{${ofRole(pattern)}}`, false],
    [`{${pattern},${ofRole('"mode":"default"')}}`, false],
    ["no JSON", false],
    ["null", false],
];

describe("the automatic names of the children", () => {
    for (const [autonaming, automatic] of settings) {
        it(`are ${automatic ? "" : "not "}judged where pulumi:autonaming is ${autonaming}`, async () => {
            assert.equal(await rejection(autonaming), automatic ? rejected : undefined);
        });
    }

    it("are judged for each child that is given no name, and for no other", async function () {
        this.timeout(60_000);
        const named = /^aws:(?:iam\/role:Role|iam\/policy:Policy|rds\/clusterParameterGroup:\w+) (.*)$/;
        await fc.assert(
            fc.asyncProperty(validConfiguration, async (inputs) => {
                const { resources } = await run(() => new AuroraS3Access("sales", inputs as never));
                const without = resources.flatMap(({ id, inputs: { name } }) =>
                    name === undefined ? (named.exec(id)?.[1] ?? []) : [],
                );
                const judged = unnamed(plan(new Known(inputs)), "sales").map(({ resource }) => resource);
                assert.deepEqual(judged.sort(), without.sort());
            }),
            { numRuns: 100 },
        );
    });
});
