import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";
import { component, properties } from "./support/schema";

const reference = readFileSync(join(projectFolder, "docs/reference.md"), "utf8");

/** The names in the first column of the table below a heading. */
function namesBelow(heading: string): string[] {
    const [, section = ""] = reference.split(new RegExp(`^## ${heading}$`, "m"));
    const [own = ""] = section.split(/^## /m);
    return [...own.matchAll(/^\|([^|]*)\|/gm)].flatMap(([, cell = ""]) =>
        [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name!),
    );
}

describe("the page of reference", () => {
    it("has every input, and every field of a location", () => {
        const names = [...Object.keys(component.inputProperties), ...properties("S3Location")];
        assert.deepEqual(namesBelow("Inputs").sort(), names.sort());
    });

    it("has every output", () => {
        assert.deepEqual(namesBelow("Outputs").sort(), Object.keys(component.properties).sort());
    });
});
