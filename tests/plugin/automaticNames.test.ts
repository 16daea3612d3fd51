import assert from "node:assert/strict";
import { usePlugin, type Asked } from "./support/construct";
import { gate } from "./support/gate";

const importFrom = [{ bucket: "raw" }];
const roleName =
    'must be set, because the automatic name "sales db-role-" and 7 random characters contains characters other than letters, digits and _+=,.@-. Set roleName, or give the component another name.';
const inputs = { importFrom, importPolicyName: "load" };

const withAutonaming = (autonaming: object, more: Asked = {}): Asked => ({
    name: "sales db",
    change: (request) => {
        request.getConfigMap().set("pulumi:autonaming", JSON.stringify(autonaming));
    },
    ...more,
});

describe("automatic names that AWS refuses", () => {
    const { construct, failure } = usePlugin();

    for (const preview of [true, false]) {
        it(`are answered before anything is registered in ${preview ? "a preview" : "an update"}`, async () => {
            const { mistakes, registered } = await failure(inputs, { name: "sales db", preview });
            assert.deepEqual([mistakes, registered], [{ roleName }, []]);
        });
    }

    it("are judged by the configuration of their own stack, whatever that of others under way at the same time", async () => {
        const { hold: beforeAnswer, held, letGo } = gate();
        const verbatim = construct(inputs, withAutonaming({ mode: "verbatim" }, { beforeAnswer }));
        await held(1);
        const { mistakes } = await failure(inputs, { name: "sales db" });
        letGo();
        assert.deepEqual(mistakes, { roleName });
        (await verbatim).resource("aws:iam/role:Role sales db-role");
    });
});
