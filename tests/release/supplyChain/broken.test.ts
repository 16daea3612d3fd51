import assert from "node:assert/strict";
import { inspect } from "node:util";
import { aliases, fromElsewhere, inexact, problemsOfLock } from "./npm";
import { replacements, unpinned, unsummed } from "./others";

const integrity = `sha512-${"A".repeat(86)}==`;
const hash = `--hash=sha256:${"0".repeat(64)}`;

describe("the checks of the supply chain", () => {
    const path = "node_modules/a/node_modules/b";
    const locked: [change: object, problems: string[]][] = [
        [{}, []],
        [{ integrity: undefined, inBundle: true }, []],
        [{ integrity: undefined }, [`${path} has no SHA-512 hash`]],
        [{ integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }, [`${path} has no SHA-512 hash`]],
        [
            { resolved: "https://npm.example.com/b/-/b-1.0.0.tgz" },
            [`${path} comes from https://npm.example.com/b/-/b-1.0.0.tgz`],
        ],
        [
            { resolved: "git+ssh://git@github.com/a/b.git#1234abcd" },
            [`${path} comes from git+ssh://git@github.com/a/b.git#1234abcd`],
        ],
        [
            { link: true, resolved: "../b", version: undefined, integrity: undefined },
            [
                `${path} is a link`,
                `${path} comes from ../b`,
                `${path} has the version undefined`,
                `${path} has no SHA-512 hash`,
            ],
        ],
    ];
    for (const [change, problems] of locked) {
        it(`find ${problems.join(", ") || "nothing"} in a lock file with ${inspect(change)}`, () => {
            const packages = { "": {}, [path]: { version: "1.0.0", integrity, ...change } };
            assert.deepEqual(problemsOfLock({ lockfileVersion: 3, packages }), problems);
        });
    }

    it("find a package under another name", () => {
        const packages = { "": { name: "p" }, [path]: { name: "c" }, "node_modules/@d/e": {} };
        assert.deepEqual(aliases({ packages }), [`${path} is c`]);
    });

    it("find a lock file of an old version", () => {
        assert.deepEqual(problemsOfLock({ lockfileVersion: 1, packages: {} }), ["is not of version 3"]);
    });

    it("find versions that are not exact, and packages that are not of the registry", () => {
        const ranges = { a: "^1.0.0", b: "1", c: "latest" };
        const others = { d: "git+https://github.com/a/d.git", e: "a/e", f: "file:../f", g: "npm:h@1.0.0" };
        const exact = { h: "1.0.0", i: "1.0.0-alpha.6" };
        const manifest = { dependencies: { ...ranges, ...exact }, devDependencies: others };
        assert.deepEqual(inexact(manifest), Object.entries({ ...ranges, ...others }));
        assert.deepEqual(fromElsewhere(manifest), Object.entries({ c: "latest", ...others }));
    });

    it("find requirements without a version or a hash", () => {
        const pinned = [
            `a==1.0 \\\n    ${hash} \\\n    ${hash}`,
            `b[c]==1.0 ; python_version < '3.11' \\\n    ${hash}`,
        ];
        const others = ["d==1.0", `e>=1.0 ${hash}`, `f @ https://example.com/f.whl ${hash}`, "-e ../g"];
        const option = "--index-url https://example.com";
        assert.deepEqual(unpinned(["# h", ...pinned, ...others, option].join("\n")), [...others, option]);
    });

    it("find Go modules without a hash, and what takes their place", () => {
        const goMod = [
            "module a",
            "require example.com/b v1.0.0",
            "require (\n\texample.com/c v1.0.0\n\texample.com/d v1.0.0 // indirect\n)",
            "replace example.com/c => ../c",
            "replace example.com/d => example.com/e v1.0.0",
        ].join("\n");
        assert.deepEqual(unsummed(goMod, "example.com/b v1.0.0/go.mod h1:AAAA="), ["example.com/d v1.0.0"]);
        assert.deepEqual(replacements(goMod), ["example.com/e v1.0.0"]);
    });
});
