import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { run } from "./program";

const importFrom = [{ bucket: "raw" }];
const existingRoleArn = "arn:aws:iam::123456789012:role/aurora";
const postgresql = { engine: "aurora-postgresql" } as const;
const type = "aws:rds/clusterRoleAssociation:ClusterRoleAssociation";

const associationsOf = async (args: AuroraS3AccessArgs) => {
    const { resources } = await run(() => new AuroraS3Access("sales", args));
    return resources.filter(({ id }) => id.startsWith(type));
};

/** The names of the associations, each with those that it had before. */
const namesOf = async (args: AuroraS3AccessArgs) =>
    Object.fromEntries(
        (await associationsOf(args)).map(({ id, aliases }) => [id.slice(`${type} `.length), aliases]),
    );

const [eu, us] = [{ clusterIdentifier: "eu" }, { clusterIdentifier: "us" }];

const table: [what: string, args: AuroraS3AccessArgs, expected: Record<string, string[]>][] = [
    ["an only entry without a name", { importFrom, clusters: [eu] }, { "sales-cluster": [] }],
    [
        "an only entry, which may have been without its name",
        { importFrom, clusters: [{ ...eu, name: "eu" }] },
        { "sales-cluster-eu": ["sales-cluster"] },
    ],
    [
        "entries of several, which tell what they were called",
        {
            importFrom,
            clusters: [
                { ...eu, name: "eu", formerNames: ["a", ""] },
                { ...us, name: "us" },
            ],
        },
        { "sales-cluster-eu": ["sales-cluster-a", "sales-cluster"], "sales-cluster-us": [] },
    ],
    [
        "each direction of Aurora PostgreSQL",
        {
            importFrom,
            exportTo: importFrom,
            ...postgresql,
            clusters: [{ ...eu, name: "b", formerNames: ["a"] }],
        },
        {
            "sales-cluster-b-import": ["sales-cluster-a-import", "sales-cluster-import"],
            "sales-cluster-b-export": ["sales-cluster-a-export", "sales-cluster-export"],
        },
    ],
    [
        "the one direction that a role that exists serves, which may have been the other",
        { exportTo: importFrom, ...postgresql, existingRoleArn, clusters: [eu] },
        { "sales-cluster-export": ["sales-cluster-import"] },
    ],
    [
        "a role that exists for Aurora MySQL",
        { importFrom, existingRoleArn, clusters: [eu] },
        { "sales-cluster": [] },
    ],
];

describe("the associations of clusters", () => {
    for (const [what, args, expected] of table) {
        it(`are called by the name of ${what}`, async () => {
            assert.deepEqual(await namesOf(args), expected);
        });
    }

    it("are in the Region of their cluster, or that of the provider", async () => {
        const clusters = [eu, { ...eu, name: "west", region: "us-west-2" }];
        assert.deepEqual(
            (await associationsOf({ importFrom, clusters })).map(({ inputs }) => [
                inputs.dbClusterIdentifier,
                inputs.region,
            ]),
            [
                ["eu", undefined],
                ["eu", "us-west-2"],
            ],
        );
    });
});
