import type { Metafile } from "esbuild";
import assert from "node:assert/strict";
import { licensesFile, writeBundle } from "../../tools/generate/bundle";
import { isLeftOut } from "../../tools/generate/bundle/leaveOut";
import { thirdPartyLicenses } from "../../tools/generate/bundle/licenses";
import { generated } from "./generated";

/** The licences that a bundled package may have, and what is in the text of each. All ask for no more than their text. */
const allowed: Record<string, RegExp[]> = {
    "Apache-2.0": [/Apache License\s+Version 2\.0/],
    MIT: [/Permission is hereby granted, free of charge/],
    ISC: [/Permission to use, copy, modify, and\/or distribute this software/],
    "(BSD-3-Clause AND Apache-2.0)": [
        /Redistributions in binary form must reproduce/,
        /Neither the name of/,
        /Apache License\s+Version 2\.0/,
    ],
};

describe(`bin/${licensesFile}`, () => {
    let files: Map<string, string>;
    let notices: { name: string; license: string; text: string }[];
    before(async () => {
        files = await generated(writeBundle);
        notices = files
            .get(`bin/${licensesFile}`)!
            .split(/^={80}\n/m)
            .slice(1)
            .map((notice) => {
                const [, name = "", license = "", text = ""] = /^(\S+) \S+, (.*)\n([^]*)$/.exec(notice)!;
                return { name, license, text };
            });
    });

    it("names each package whose code is in the scripts, and no other", () => {
        const scripts = [...files].filter(([file]) => file.endsWith(".js")).map(([, script]) => script);
        // esbuild puts the name of each file before its code.
        const sources = scripts.flatMap(
            (script) => script.match(/(?<=^\s*\/\/ )\S*node_modules\/.*$/gm) ?? [],
        );
        const packages = sources
            .filter((source) => !isLeftOut(source))
            .map((source) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)![1]);
        assert.deepEqual(
            notices.map(({ name }) => name),
            [...new Set(packages)].sort(),
        );
    });

    it("has no licence but those that are allowed", () => {
        const others = notices.filter(({ license }) => !(license in allowed));
        assert.deepEqual(
            others.map(({ name, license }) => `${name}: ${license}`),
            [],
        );
    });

    it("has the text of each licence", () => {
        const incomplete = notices.filter(({ license, text }) =>
            allowed[license]?.some((part) => !part.test(text)),
        );
        assert.deepEqual(
            incomplete.map(({ name, license }) => `${name}: ${license}`),
            [],
        );
    });
});

describe("the licences of bundled packages", () => {
    const bundleOf = (...packages: string[]) => {
        const inputs: Record<string, { bytesInOutput: number }> = {};
        for (const name of packages) inputs[`node_modules/${name}/index.js`] = { bytesInOutput: 1 };
        return {
            "a.js": { metafile: { inputs: {}, outputs: { "a.js": { inputs } } } as unknown as Metafile },
        };
    };
    const bare = "@aws-sdk/nested-clients";

    it("are those of another package of the repository where a package has no file with its own", async () => {
        const [, sibling, own] = (await thirdPartyLicenses(bundleOf("@aws-sdk/core", bare))).split(
            /^={80}\n/m,
        );
        assert.equal(withoutHeading(own!), withoutHeading(sibling!).trimEnd() + "\n");
    });

    it("fail the build where no package of the repository has them", async () => {
        await assert.rejects(
            thirdPartyLicenses(bundleOf("semver", bare)),
            /^Error: @aws-sdk\/nested-clients \S+ has no file with its licence, Apache-2\.0$/,
        );
    });
});

const withoutHeading = (notice: string) => notice.slice(notice.indexOf("\n"));
