import assert from "node:assert/strict";
import { withoutSecrets } from "../../provider/withoutSecrets";

const hidden = (propertyPath: string, reason: string, secret: unknown) =>
    withoutSecrets([{ propertyPath, reason }], secret).map((each) => [each.propertyPath, each.reason]);

describe("a sentence about a secret", () => {
    it("shows neither it nor what is made of it", () => {
        const reason = '"/hunter2" starts with a slash: write "hunter2"';
        assert.deepEqual(hidden("roleName", reason, "/hunter2"), [
            ["roleName", "[secret] starts with a slash: write [secret]"],
        ]);
    });

    it("shows no text with quotes in it", () => {
        const secret = 'say "hunter2"';
        assert.deepEqual(hidden("path", `${JSON.stringify(secret)} is given, but …`, [secret]), [
            ["path", "[secret] is given, but …"],
        ]);
    });

    it("shows no number", () => {
        assert.deepEqual(hidden("roleName", "424242 is given, but a string is needed", 424242), [
            ["roleName", "[secret] is given, but a string is needed"],
        ]);
    });

    it("shows no key of a map", () => {
        assert.deepEqual(hidden('tags["Hunter~2"]', '"Hunter~2" is given, but …', { "Hunter~2": "a" }), [
            ['tags["[secret]"]', "[secret] is given, but …"],
        ]);
    });

    it("stays readable where the secret stands in other words too", () => {
        const secret = { environment: "e", stage: "is", of: "secret" };
        assert.deepEqual(hidden("tags", '"e" is given, not secret', secret), [
            ["tags", "[secret] is given, not [secret]"],
        ]);
    });

    it("leaves the values of other inputs, but not those that are the secret's", () => {
        const mistakes = [
            { propertyPath: "roleName", reason: '"a b" is given' },
            { propertyPath: "exportPolicyName", reason: '"hunter2" is importPolicyName too' },
        ];
        assert.deepEqual(
            withoutSecrets(mistakes, "hunter2", () => false),
            [mistakes[0], { propertyPath: "exportPolicyName", reason: "[secret] is importPolicyName too" }],
        );
    });

    it("is left as it is where nothing is secret", () => {
        const mistakes = [{ propertyPath: "roleName", reason: '"a b" is given' }];
        assert.deepEqual(
            withoutSecrets(mistakes, [], () => false),
            mistakes,
        );
    });
});
