import assert from "node:assert/strict";
import { directionsOf, policyCount, rolePlans } from "../../../provider/plan/rolePlan";

const raw = { objects: ["raw/*"] };
const reports = { objects: ["reports/*"] };
const shared = { forExport: true };
const own = { forExport: undefined };
const pieces = (location: { objects: string[] }) => [{ location, objects: location.objects }];

describe("the plan of roles", () => {
    it("is one role for both directions on Aurora MySQL", () => {
        assert.deepEqual(
            rolePlans({
                engine: "aurora-mysql",
                locations: { import: [raw], export: [reports] },
                kmsKeys: [shared, own],
            }),
            [
                {
                    directions: ["import", "export"],
                    policies: [
                        { purpose: "import", ending: "", pieces: pieces(raw) },
                        { purpose: "export", ending: "", pieces: pieces(reports) },
                        {
                            purpose: "kms",
                            ending: "",
                            keys: [
                                { key: shared, forExport: true },
                                { key: own, forExport: false },
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
                locations: { import: [raw], export: [reports] },
                kmsKeys: [shared, own],
            }),
            [
                {
                    directions: ["import"],
                    direction: "import",
                    featureName: "s3Import",
                    policies: [
                        { purpose: "import", ending: "", pieces: pieces(raw) },
                        {
                            purpose: "kms",
                            ending: "-import",
                            keys: [
                                { key: shared, forExport: false },
                                { key: own, forExport: false },
                            ],
                        },
                    ],
                    predefinedPolicy: undefined,
                },
                {
                    directions: ["export"],
                    direction: "export",
                    featureName: "s3Export",
                    policies: [
                        { purpose: "export", ending: "", pieces: pieces(reports) },
                        { purpose: "kms", ending: "-export", keys: [{ key: shared, forExport: true }] },
                    ],
                    predefinedPolicy: undefined,
                },
            ],
        );
    });

    it("is the role of the one direction that is requested on Aurora PostgreSQL", () => {
        assert.deepEqual(
            rolePlans({
                engine: "aurora-postgresql",
                locations: {},
                predefinedPolicy: "AmazonS3ReadOnlyAccess",
            }),
            [
                {
                    directions: ["import"],
                    direction: "import",
                    featureName: "s3Import",
                    policies: [],
                    predefinedPolicy: "AmazonS3ReadOnlyAccess",
                },
            ],
        );
    });

    it("holds the locations and keys themselves, and no copies of them", () => {
        const [role] = rolePlans({
            engine: "aurora-mysql",
            locations: { import: [raw] },
            kmsKeys: [own],
        });
        const [s3, kms] = role!.policies;
        assert.ok(s3?.purpose === "import" && kms?.purpose === "kms");
        assert.equal(s3.pieces[0]?.location, raw);
        assert.equal(kms.keys[0]?.key, own);
    });

    it("has every object of a location that names none", () => {
        const [role] = rolePlans({ engine: "aurora-mysql", locations: { import: [{}] } });
        assert.deepEqual(role!.policies, [
            { purpose: "import", ending: "", pieces: [{ location: {}, objects: ["*"] }] },
        ]);
    });

    it("is a role for no direction with KMS keys alone", () => {
        assert.deepEqual(rolePlans({ engine: "aurora-mysql", locations: {}, kmsKeys: [own] }), [
            {
                directions: [],
                policies: [{ purpose: "kms", ending: "", keys: [{ key: own, forExport: false }] }],
                predefinedPolicy: undefined,
            },
        ]);
    });

    it("numbers the policies of a direction from the second on", () => {
        const locations = { import: Array.from({ length: 80 }, () => raw) };
        const [role] = rolePlans({ engine: "aurora-mysql", locations });
        assert.deepEqual(
            role!.policies.map(({ ending }) => ending),
            ["", "-2", "-3"],
        );
    });

    for (const [predefinedPolicy, directions] of [
        ["AmazonS3ReadOnlyAccess", ["import"]],
        ["AmazonS3FullAccess", ["import", "export"]],
    ] as const) {
        it(`has the directions ${directions.join(" and ")} with ${predefinedPolicy}`, () => {
            assert.deepEqual(directionsOf({ locations: {}, predefinedPolicy }), directions);
        });
    }

    it("counts an AWS managed policy as one of the policies on the role", () => {
        const policies = rolePlans({ engine: "aurora-mysql", locations: {}, kmsKeys: [own] })[0]!.policies;
        assert.equal(policyCount({ policies }), 1);
        assert.equal(policyCount({ policies, predefinedPolicy: "AmazonS3FullAccess" }), 2);
    });
});
