import assert from "node:assert/strict";
import type { PreviewedResource } from "./cli";

/**
 * Only the same can be compared: the same resources, named and placed alike, with the same inputs. The components around them may differ in
 * their types and in what the engine keeps of their inputs.
 */
export function assertSameResources(one: PreviewedResource[], other: PreviewedResource[]): void {
    const [first, second] = [one, other].map(described);
    assert.ok(first!.length > 0, "there are resources to compare");
    assert.deepEqual(first, second);
}

const described = (resources: PreviewedResource[]): string[] =>
    resources
        .filter(({ custom }) => custom)
        .map(({ type, urn, parent, inputs }) =>
            [type, nameIn(urn), below(parent), withoutEndings(JSON.stringify(inputs))].join(" "),
        )
        .sort();

/** The stack has another name for each program. */
const below = (parent = "") => (parent.includes("::pulumi:pulumi:Stack::") ? "" : nameIn(parent));

const nameIn = (urn: string) => urn.split("::").at(-1);

/** The provider completes names with seven digits, others in every preview. */
const withoutEndings = (inputs: string) => inputs.replace(/-[0-9a-f]{7}(?![\w-])/g, "");
