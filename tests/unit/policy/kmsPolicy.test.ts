import assert from "node:assert/strict";
import { kmsPolicyDocument } from "../../../provider/policy/kmsPolicy";

const key = (id: string) => `arn:aws:kms:us-east-1:123456789012:key/${id}`;

describe("the KMS policy", () => {
    it("lets Aurora decrypt with the key", () => {
        assert.deepEqual(kmsPolicyDocument([{ keyArn: key("a") }]), {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: ["kms:Decrypt"], Resource: [key("a")] }],
        });
    });

    it("lets Aurora encrypt with a key for export, and with no other", () => {
        assert.deepEqual(kmsPolicyDocument([{ keyArn: key("a"), forExport: true }, { keyArn: key("b") }]), {
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Action: ["kms:Decrypt"], Resource: [key("b")] },
                { Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: [key("a")] },
            ],
        });
    });

    it("is the same to the byte for keys in any order", () => {
        const keys = [{ keyArn: key("a"), forExport: true }, { keyArn: key("b") }, { keyArn: key("c") }];
        assert.equal(
            JSON.stringify(kmsPolicyDocument([...keys].reverse())),
            JSON.stringify(kmsPolicyDocument(keys)),
        );
    });

    it("names a key once that is given for import and for export", () => {
        assert.deepEqual(
            kmsPolicyDocument([{ keyArn: key("a") }, { keyArn: key("a"), forExport: true }]),
            kmsPolicyDocument([{ keyArn: key("a"), forExport: true }]),
        );
    });
});
