import assert from "node:assert/strict";
import { directionsOf, rolePlans } from "../../../provider/plan/rolePlan";

const location = {};
const pieces = [{ location: 0, objects: ["*"] }];

describe("the plan of roles", () => {
    it("is one role for both directions on Aurora MySQL", () => {
        assert.deepEqual(
            rolePlans({
                engine: "aurora-mysql",
                importFrom: [location],
                exportTo: [location],
                kmsKeys: [{ forExport: true }, {}],
            }),
            [
                {
                    policies: [
                        { purpose: "import", ending: "", pieces },
                        { purpose: "export", ending: "", pieces },
                        {
                            purpose: "kms",
                            ending: "",
                            keys: [
                                { index: 0, forExport: true },
                                { index: 1, forExport: false },
                            ],
                        },
                    ],
                    predefinedPolicy: undefined,
                },
            ],
        );
    });

    it("is a role with a feature for each direction on Aurora PostgreSQL, each with no more of the keys than it needs", () => {
        assert.deepEqual(
            rolePlans({
                engine: "aurora-postgresql",
                importFrom: [location],
                exportTo: [location],
                kmsKeys: [{ forExport: true }, {}],
            }),
            [
                {
                    direction: "import",
                    featureName: "s3Import",
                    policies: [
                        { purpose: "import", ending: "", pieces },
                        {
                            purpose: "kms",
                            ending: "-import",
                            keys: [
                                { index: 0, forExport: false },
                                { index: 1, forExport: false },
                            ],
                        },
                    ],
                    predefinedPolicy: undefined,
                },
                {
                    direction: "export",
                    featureName: "s3Export",
                    policies: [
                        { purpose: "export", ending: "", pieces },
                        { purpose: "kms", ending: "-export", keys: [{ index: 0, forExport: true }] },
                    ],
                    predefinedPolicy: undefined,
                },
            ],
        );
    });

    it("is the role of the one direction that is asked for on Aurora PostgreSQL", () => {
        assert.deepEqual(
            rolePlans({ engine: "aurora-postgresql", predefinedPolicy: "AmazonS3ReadOnlyAccess" }),
            [
                {
                    direction: "import",
                    featureName: "s3Import",
                    policies: [],
                    predefinedPolicy: "AmazonS3ReadOnlyAccess",
                },
            ],
        );
    });

    for (const [predefinedPolicy, directions] of [
        ["AmazonS3ReadOnlyAccess", ["import"]],
        ["AmazonS3FullAccess", ["import", "export"]],
    ] as const) {
        it(`has the directions ${directions.join(" and ")} with ${predefinedPolicy}`, () => {
            assert.deepEqual(directionsOf({ predefinedPolicy }), directions);
        });
    }
});
