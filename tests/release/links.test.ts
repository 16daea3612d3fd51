import assert from "node:assert/strict";
import { identityOf } from "../../tools/identity";
import { withAbsoluteLinks } from "../../tools/release/links";

const { repository } = identityOf("github:acme-data/pulumi-aws-aurora-s3-access", "0.2.0");
const page = "https://github.com/acme-data/pulumi-aws-aurora-s3-access/blob/v0.2.0";
const raw = "https://raw.githubusercontent.com/acme-data/pulumi-aws-aurora-s3-access/v0.2.0";

const absolute = (text: string) => withAbsoluteLinks(text, "docs/_index.md", repository!);

const rows: [claim: string, text: string, expected: string][] = [
    ["a link to a page beside it", "[a](guides/a.md)", `[a](${page}/docs/guides/a.md)`],
    ["a link to a page above it", "[a](../README.md)", `[a](${page}/README.md)`],
    ["a link to a heading of another page", "[a](a.md#b)", `[a](${page}/docs/a.md#b)`],
    ["a link with a title", `[a](a.md "A")`, `[a](${page}/docs/a.md "A")`],
    ["the same link twice", "[a](a.md), [b](a.md)", `[a](${page}/docs/a.md), [b](${page}/docs/a.md)`],
    [
        "a picture whose name begins like a link",
        "[a](a), ![b](a.svg)",
        `[a](${page}/docs/a), ![b](${raw}/docs/a.svg)`,
    ],
    ["a picture", "![a](pictures/a.svg)", `![a](${raw}/docs/pictures/a.svg)`],
    ["a picture in HTML", `<img src="pictures/a.svg">`, `<img src="${raw}/docs/pictures/a.svg">`],
    ["a link in HTML", `See <a href="a.md">a</a>`, `See <a href="${page}/docs/a.md">a</a>`],
    ["a link in a table", "| a |\n| - |\n| [a](a.md) |", `| a |\n| - |\n| [a](${page}/docs/a.md) |`],
    [
        "a link to an earlier version",
        `[a](${page.replace("0.2.0", "0.1.0")}/docs/a.md)`,
        `[a](${page}/docs/a.md)`,
    ],
    [
        "a link to an earlier repository",
        `[a](${page.replace("acme-data", "acme")}/docs/a.md)`,
        `[a](${page}/docs/a.md)`,
    ],
    ["not a link within the page", "[a](#a)", "[a](#a)"],
    ["not a link to another site", "[a](https://example.com/a.md)", "[a](https://example.com/a.md)"],
    ["not the repository itself", `[a](${repository!.url})`, `[a](${repository!.url})`],
    [
        "not in a fence",
        "[a](a.md)\n\n```md\n[a](a.md)\n```",
        `[a](${page}/docs/a.md)\n\n\`\`\`md\n[a](a.md)\n\`\`\``,
    ],
    ["not in an indented block", "[a](a.md)\n\n    [a](a.md)", `[a](${page}/docs/a.md)\n\n    [a](a.md)`],
];

describe("links as addresses at the tag of a version:", () => {
    for (const [claim, text, expected] of rows) it(claim, () => assert.equal(absolute(text), expected));

    it("a link that is written in another form is an error", () => {
        assert.throws(() => absolute("# A\n\n[a][b]\n\n[b]: b.md"), {
            message:
                "docs/_index.md:3: the link to b.md is not written as [text](target), so it cannot be made absolute.",
        });
    });
});
