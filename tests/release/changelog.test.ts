import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../../tools/project";
import { entriesOf } from "../../tools/release/changelog";

const kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

describe("a changelog", () => {
    const changelog = [
        "# Changelog",
        "All notable changes.",
        "## [Unreleased]",
        "### Fixed",
        "- A.",
        "```",
        "## [9.9.9] - in a fence",
        "```",
        "## [0.2.0] - 2026-12-01",
        "## [0.1.0]",
        "- B.",
        "## 0.0.1 of another form",
        "[0.1.0]: https://example.com",
    ].join("\n");

    it("has an entry for each heading in the form of Keep a Changelog", () => {
        assert.deepEqual(entriesOf(changelog), [
            {
                name: "Unreleased",
                date: undefined,
                text: "### Fixed\n- A.\n```\n## [9.9.9] - in a fence\n```",
            },
            { name: "0.2.0", date: "2026-12-01", text: "" },
            { name: "0.1.0", date: undefined, text: "- B." },
        ]);
    });
});

describe("our changelog", () => {
    const text = readFileSync(join(projectFolder, "CHANGELOG.md"), "utf8");

    it("has headings of no other form", () => {
        const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading!);
        const read = entriesOf(text).map(
            ({ name, date }) => `[${name}]${date === undefined ? "" : ` - ${date}`}`,
        );
        assert.deepEqual(read, headings);
    });

    it("begins with what is not released", () => {
        assert.equal(entriesOf(text)[0]?.name, "Unreleased");
    });

    it("sorts changes by the kinds of Keep a Changelog", () => {
        const headings = [...text.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading!);
        assert.deepEqual(
            headings.filter((heading) => !kinds.includes(heading)),
            [],
        );
    });
});
