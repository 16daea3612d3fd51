import assert from "node:assert/strict";
import { findMistakes } from "../../../provider/validation/inputs";
import { mistakes } from "../../support/mistakes";
import { group, importFrom, key, location, postgresql, role } from "../../support/mistakes/given";

describe("validation", () => {
    for (const [given, propertyPath, reason] of mistakes) {
        it(`refuses ${JSON.stringify(given).slice(0, 100)}`, () => {
            assert.deepEqual(findMistakes(given), [{ propertyPath, reason }]);
        });
    }

    const right: Record<string, unknown>[] = [
        location("arn:aws-cn:s3:::raw", { objects: ["a/*", "b?.csv", "${$}{x}", "é"] }),
        location("*"),
        location("Old_Bucket_Of_us-east-1"),
        location("raw", {
            kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab",
        }),
        { importFrom, path: "/" },
        { importFrom, path: "/a/b/" },
        { importFrom, permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" },
        { importFrom, sourceArns: ["arn:aws:rds:*:123456789012:cluster:sales-*"] },
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "us", name: "us" }] },
        { importFrom, unconditionalTrust: false, sourceAccount: "123456789012" },
        { predefinedPolicy: "AmazonS3FullAccess", importFrom: undefined },
        {
            ...postgresql,
            engineVersion: "16.4",
            exportTo: importFrom,
            kmsKeys: [{ keyArn: key, forExport: true }],
        },
        { ...postgresql, existingRoleArn: role, tags: { team: "sales" }, path: "/aurora/" },
        { importFrom, engineVersion: "8.0.mysql_aurora.3.10.0", clusterParameterGroup: {} },
        { importFrom: [{ bucket: "old.bucket.".padEnd(100, "b") }] },
        { importFrom, importPolicyDescription: "売上データ" },
        location("raw", { objects: ["${$}".repeat(300)] }),
        { importFrom, sourceAccount: "123456789012", sourceArns: ["arn:aws:rds:*:123456789012:cluster:*"] },
        group({ name: "activate_all_roles_on_login", value: "1" }),
    ];
    for (const given of right) {
        it(`takes ${JSON.stringify(given)}`, () => {
            assert.deepEqual(findMistakes(given), []);
        });
    }
});
