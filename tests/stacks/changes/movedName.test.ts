import assert from "node:assert/strict";
import { inAws, nameIn } from "../accidents/inventory";
import { useInlineStacks } from "../inlineStacks";
import { access } from "./change";

const program = (importPolicyName: string, exportPolicyName: string) =>
    access({
        importFrom: [{ bucket: "raw" }],
        exportTo: [{ bucket: "reports" }],
        importPolicyName,
        exportPolicyName,
    });

describe("a policy name that moves to another policy, on the real engine,", () => {
    const { aws, stackOf } = useInlineStacks();
    const attached = async () =>
        (await inAws(aws().aws)).filter((line) => line.includes(" attachment ")).map(nameIn);

    it("fails at once, leaves both policies attached, and follows in two updates", async () => {
        const stack = await stackOf("moved-name", program("sales-one", "sales-two"));
        await stack.up();
        const before = await attached();

        stack.program = program("sales-two", "sales-one");
        await assert.rejects(stack.up(), /CreatePolicy.*EntityAlreadyExists/);
        assert.deepEqual(await attached(), before);

        stack.program = program("sales-three", "sales-four");
        await stack.up();
        stack.program = program("sales-two", "sales-one");
        await stack.up();
        assert.deepEqual(await attached(), before);
    });
});
