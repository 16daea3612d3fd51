import assert from "node:assert/strict";
import { useDeployed } from "./deployed";
import { calledCells, evaluatedCells, wrong } from "./matrix/cells";
import { rows } from "./matrix/expected";
import { titleOf } from "./matrix/titles";

describe("a role of the component", function () {
    this.timeout(120_000);
    const deployed = useDeployed();

    for (const row of rows) {
        it(`is allowed what the table says, and nothing else: ${titleOf(row)}`, async () => {
            const { aws, keys, roleOf, documentsOf } = deployed();
            const role = roleOf(row);
            const called = await calledCells(row, await aws.assumeRole(role), aws.aws, keys);
            const evaluated = evaluatedCells(row, await documentsOf(role), keys);
            assert.deepEqual(wrong([...called, ...evaluated]), []);
        });
    }
});
