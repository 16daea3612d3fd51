import assert from "node:assert/strict";
import { allowedActions } from "../../../../provider/policy/evaluation";
import { everyAction, kmsActions, s3Actions } from "../../../support/aws-actions";
import { allow, deny, policy } from "./builders";

const document = policy(
    allow("s3:ListBucket", "arn:aws:s3:::bucket"),
    allow(["s3:Get*Tagging", "kms:Decrypt"], "*"),
    deny("s3:GetObjectVersion*", "arn:aws:s3:::bucket/*"),
);

const allowed = (documents: object[], resource: string, context = {}) =>
    allowedActions(documents, resource, { actions: everyAction, context });

describe("the allowed actions", () => {
    it("are all that match on the resource, less the denied ones", () => {
        const actions = [...s3Actions.object, ...kmsActions.key];
        assert.deepEqual(allowedActions([document], "arn:aws:s3:::bucket/key", { actions }), [
            "s3:GetObjectTagging",
            "kms:Decrypt",
        ]);
    });

    it("differ by resource", () => {
        assert.deepEqual(allowedActions([document], "arn:aws:s3:::bucket", { actions: s3Actions.bucket }), [
            "s3:GetBucketTagging",
            "s3:ListBucket",
        ]);
        assert.deepEqual(allowedActions([document], "arn:aws:s3:::other", { actions: s3Actions.bucket }), [
            "s3:GetBucketTagging",
        ]);
    });

    it("come from all the documents together", () => {
        const more = policy(allow("s3:PutObject", "arn:aws:s3:::bucket/*"));
        assert.deepEqual(allowed([more, policy()], "arn:aws:s3:::bucket/key"), ["s3:PutObject"]);
    });

    it("depend on the context", () => {
        const own = policy(allow("s3:PutObject", "arn:aws:s3:::bucket/${aws:username}/*"));
        const context = { "aws:username": "Bob" };
        assert.deepEqual(allowed([own], "arn:aws:s3:::bucket/Bob/a", context), ["s3:PutObject"]);
        assert.deepEqual(allowed([own], "arn:aws:s3:::bucket/Bob/a"), []);
    });
});

describe("the catalogue of actions", () => {
    const kinds = Object.entries({ ...prefixed("s3", s3Actions), ...prefixed("kms", kmsActions) });

    it("names each action once", () => {
        assert.equal(new Set(everyAction).size, everyAction.length);
    });

    for (const [kind, actions] of kinds) {
        it(`has the ${kind} in order, each of their service`, () => {
            assert.deepEqual(actions, [...actions].sort());
            const service = kind.split(" ")[0]!;
            assert.deepEqual(
                actions.filter((action) => !action.startsWith(`${service}:`)),
                [],
            );
        });
    }
});

function prefixed(service: string, actions: Record<string, string[]>): Record<string, string[]> {
    return Object.fromEntries(Object.entries(actions).map(([kind, names]) => [`${service} ${kind}`, names]));
}
