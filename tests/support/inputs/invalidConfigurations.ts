import fc from "fast-check";
import { findMistakes } from "../../../provider/validation/findMistakes";
import { anyConfiguration, validConfiguration, type Configuration } from "./configurations";

/** Stands for a value that stands elsewhere in the inputs, too. */
const copy = Symbol("a copy");

/** Wrong in one to three places, of which the one does not hide the other. */
export const invalidConfiguration = fc
    .tuple(
        validConfiguration,
        fc.array(
            fc.tuple(
                fc.nat(),
                fc.constantFrom<unknown>(
                    "",
                    "no such thing!",
                    "s3://raw/in",
                    "arn:aws:s3:::raw/*",
                    "alias/sales",
                    5,
                    true,
                    copy,
                ),
                fc.nat(),
            ),
            { minLength: 1, maxLength: 3 },
        ),
        fc.option(anyConfiguration),
    )
    .map(([inputs, wrongs, other]) => {
        const mixed = other === null ? inputs : { ...inputs, ...other };
        return wrongs.reduce<Configuration>(
            (it, [at, wrong, from]) =>
                replaced(
                    it,
                    at,
                    wrong === copy ? leavesOf(it)[from % leavesOf(it).length] : wrong,
                ) as Configuration,
            mixed,
        );
    })
    .filter((inputs) => findMistakes(inputs).length > 0);

/** The value with another one in place of its leaf number `at`, counted around. */
function replaced(value: unknown, at: number, by: unknown): unknown {
    let left = at % leavesOf(value).length;
    const walk = (each: unknown): unknown => {
        if (Array.isArray(each)) return each.map(walk);
        if (typeof each === "object" && each !== null)
            return Object.fromEntries(Object.entries(each).map(([key, field]) => [key, walk(field)]));
        return left-- === 0 ? by : each;
    };
    return walk(value);
}

const leavesOf = (value: unknown): unknown[] =>
    typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [value];
