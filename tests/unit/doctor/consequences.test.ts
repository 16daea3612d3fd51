import assert from "node:assert/strict";
import { diagnose } from "../../../doctor/diagnose";
import { breaks } from "../../support/doctor/breaks";
import { draftOf } from "../../support/doctor/draft";
import { healthy, plain, type Kind } from "../../support/doctor/facts";

const inAnotherAccount = "PostgreSQL exports to a bucket of another account";
const ifSent = "the trust policy is for another cluster, if it is sent for MySQL";

const table: [kind: Kind, broken: string[], codes: string[]][] = [
    [plain, ["the association is INVALID", "the trust policy is for another account"], ["S3ACCESS032"]],
    [plain, ["the association is INVALID", "the role does not exist"], ["S3ACCESS030"]],
    [plain, ["the association is INVALID", ifSent], ["S3ACCESS032"]],
    [plain, ["the bucket does not exist", "the action on the bucket is missing"], ["S3ACCESS050"]],
    [plain, ["the bucket does not exist", "the objects are missing"], ["S3ACCESS050"]],
    [plain, ["a policy of the role denies", "s3:GetObject is missing"], ["S3ACCESS044"]],
    [plain, ["there is no way out", "the endpoint policy denies"], ["S3ACCESS080"]],
    [
        { ...plain, encryption: "customer" },
        ["the key policy is for another role", "kms:Decrypt is missing"],
        ["S3ACCESS061"],
    ],
    [
        { ...plain, encryption: "customer" },
        ["the key does not exist", "the key policy denies"],
        ["S3ACCESS060"],
    ],
    [
        { ...plain, engine: "postgresql", directions: ["export"] },
        [inAnotherAccount, "s3:PutObject is missing"],
        ["S3ACCESS053"],
    ],
    [
        { ...plain, engine: "postgresql" },
        ["the version is too old", "the role is not associated", "there is no way out"],
        ["S3ACCESS001"],
    ],
    [
        { ...plain, engine: "postgresql" },
        ["the role has another feature name", "s3:GetObject is missing"],
        ["S3ACCESS013"],
    ],
];

describe("the doctor leaves out what follows:", () => {
    for (const [kind, broken, codes] of table) {
        it(`${codes.join()} is all if ${broken.join(" and ")}`, () => {
            const facts = draftOf(healthy(kind));
            const found = broken.map((name) => breaks.find((each) => each.name === name)!);
            for (const each of found.sort((a, b) => Number(a.isLast ?? false) - Number(b.isLast ?? false)))
                each.apply(facts, kind, kind.directions[0]!);
            assert.deepEqual(
                diagnose(facts).findings.map(({ code }) => code),
                codes,
            );
        });
    }
});
