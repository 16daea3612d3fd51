import assert from "node:assert/strict";
import fc from "fast-check";
import {
    type Ending,
    type Glob,
    globOf,
    globsBefore,
    haveInCommon,
    leastBytes,
} from "../../../provider/policy/globs";
import { numRuns } from "../../support/inputs/runs";

/** What a pattern matches, by a regular expression. */
const matcherOf = (glob: Glob) =>
    new RegExp(
        `^${glob
            .map((token) => {
                if (token === "*") return "[^]*";
                if (token === "?") return "[^]";
                return (/^\$\{(.)\}$/.exec(token)?.[1] ?? token).replace(/\W/, "\\$&");
            })
            .join("")}$`,
    );

const alphabet = ["a", "b", "*"];

/** Every name of up to `longest` characters, the empty one first. */
function namesUpTo(longest: number): string[] {
    let last = [""];
    const names = [...last];
    for (let i = 0; i < longest; i++) {
        last = last.flatMap((name) => alphabet.map((character) => name + character));
        names.push(...last);
    }
    return names;
}

const pattern = fc
    .array(fc.constantFrom("*", "?", "a", "b", "${*}", "a", "b"), { maxLength: 5 })
    .map((tokens) => tokens.join(""));
const ending: fc.Arbitrary<Ending> = fc.array(fc.constantFrom("a", "b", "*", "ab"), { maxLength: 3 });
const endingsOf = (given: Ending): string[] =>
    given.reduce<string[]>(
        (ends, characters) => ends.flatMap((end) => [...characters].map((each) => end + each)),
        [""],
    );

describe("globs", () => {
    it("are read token by token, with stars next to each other as one", () => {
        assert.deepEqual(globOf("a**${*}?$é"), ["a", "*", "${*}", "?", "$", "é"]);
    });

    it("have as many bytes at least as their characters in UTF-8", () => {
        assert.equal(leastBytes(globOf("a*?${$}é")), 5);
    });

    it("have before an ending exactly what can stand before it", () => {
        const names = namesUpTo(5).slice(1);
        fc.assert(
            fc.property(pattern, ending, (given, end) => {
                const glob = globOf(given);
                const whole = matcherOf(glob);
                const before = [...globsBefore(end, glob)].map(matcherOf);
                for (const name of names) {
                    assert.equal(
                        before.some((each) => each.test(name)),
                        endingsOf(end).some((each) => whole.test(name + each)),
                        `${name} before ${JSON.stringify(end)} in ${given}`,
                    );
                }
            }),
            { numRuns },
        );
    });

    it("have a name in common exactly if some name is matched by both", () => {
        // Two that have a name in common have one that is no longer than both of them.
        const names = namesUpTo(8);
        const short = pattern.filter((given) => globOf(given).length <= 4);
        fc.assert(
            fc.property(short, short, (one, other) => {
                const [oneGlob, otherGlob] = [globOf(one), globOf(other)];
                const [oneMatcher, otherMatcher] = [matcherOf(oneGlob), matcherOf(otherGlob)];
                assert.equal(
                    haveInCommon(oneGlob, otherGlob),
                    names.some((name) => oneMatcher.test(name) && otherMatcher.test(name)),
                    `${one} and ${other}`,
                );
            }),
            { numRuns },
        );
    });

    const large = (length: number): [string, string][] => [
        ["*?".repeat(length / 2), "?*".repeat(length / 2)],
        ["a".repeat(length), "*a".repeat(length / 2) + "b"],
        ["a".repeat(length), `*${"a".repeat(length / 2)}b`],
        ["*".repeat(length), "?".repeat(length)],
    ];

    it("that are large are compared, and looked at before an ending, in a time that grows with the square of their length at most", () => {
        const timeOf = (length: number) => {
            const start = process.hrtime.bigint();
            for (const [one, other] of large(length)) {
                haveInCommon(globOf(one), globOf(other));
                for (const each of [one, other]) Array.from(globsBefore([..."0123456789"], globOf(each)));
            }
            return Number(process.hrtime.bigint() - start) / 1e6;
        };
        timeOf(4096);
        // Exponential would not end; the cube takes minutes.
        assert.ok(timeOf(4096) < 1000, `${timeOf(4096)} ms`);
    });
});
