import fc from "fast-check";

/** Words that people write, in any script, of up to `longest` characters. */
function textOf(words: readonly string[], shortest: number, longest: number) {
    const short = fc
        .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
        .map((chosen) => chosen.join("").slice(0, longest));
    const long = fc.constantFrom(...words).map((word) => word.repeat(longest).slice(0, longest));
    return fc
        .oneof({ weight: 8, arbitrary: short }, { weight: 1, arbitrary: long })
        .filter(({ length }) => length >= shortest);
}

const latin = ["What Aurora loads", "'quoted'", '"so"', " ", "ä", "ÿ", "<&>", "${x}", "\\", "%20", "\t", "."];
const any = [...latin, "日本", "Привет", "Ω"];

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const policyDescription = textOf(any, 0, 1000);
/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const roleDescription = textOf(latin, 0, 1000);
/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterParameterGroup.html */
export const groupDescription = textOf(["Parameters of sales", "ä", " ", ":", "/", "1"], 1, 255).filter(
    (text) => text.trim() !== "",
);

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
const tagWords = ["team", "Stage", "cost:center", "a b", "x=1", "日本", "é", "_./+-@", "aws", "7"];
const tagKey = textOf(tagWords, 1, 128).filter((key) => key.trim() === key && !/^aws:/i.test(key));
const tagValue = fc.oneof(fc.constant(""), textOf(tagWords, 0, 256));

const tagsOf = (minLength: number, maxLength: number) =>
    fc
        .uniqueArray(fc.tuple(tagKey, tagValue), {
            minLength,
            maxLength,
            selector: ([key]) => key.toLowerCase(),
        })
        .map((tags) => Object.fromEntries(tags));

/** Up to the 50 that a resource has. */
export const tags = fc.oneof(
    { weight: 9, arbitrary: tagsOf(0, 4) },
    {
        weight: 1,
        arbitrary: fc
            .constantFrom(49, 50)
            .map((count) =>
                Object.fromEntries(Array.from({ length: count }, (_, i) => [`tag ${i}`, "ä".repeat(i)])),
            ),
    },
);
