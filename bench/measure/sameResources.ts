import assert from "node:assert/strict";
import type { PreviewedResource } from "./cli";

/**
 * Only the same can be compared: the same resources, named alike, with the same inputs. The components around them may differ in
 * their types and in what the engine keeps of their inputs, and some have none.
 */
export function assertSameResources(first: PreviewedResource[], ...others: PreviewedResource[][]): void {
    const expected = described(first);
    assert.ok(expected.length > 0, "there are resources to compare");
    for (const other of others) assert.deepEqual(described(other), expected);
}

const described = (resources: PreviewedResource[]): string[] =>
    resources
        .filter(({ custom }) => custom)
        .map(({ type, urn, inputs }) => [type, nameIn(urn), withoutEndings(JSON.stringify(inputs))].join(" "))
        .sort();

const nameIn = (urn: string) => urn.split("::").at(-1);

/** The provider completes names with seven digits, others in every preview. */
const withoutEndings = (inputs: string) => inputs.replace(/-[0-9a-f]{7}(?![\w-])/g, "");
