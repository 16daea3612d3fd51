import fc from "fast-check";

/** What widens a grant, breaks out of a document, or looks like something else. */
const fragments = [
    ...[
        '"',
        "'",
        "\\",
        "`",
        '","Resource":"*',
        '"]}',
        "{",
        "}",
        "{{}}",
        "[",
        "]",
        "<!--",
        "%22",
        "%2F",
        "\\u0022",
    ],
    ...["*", "?", "**", "***", "*/*", "?*", "/*", "*:*"],
    ...[
        "${",
        "${aws:username}",
        "${aws:PrincipalTag/x}",
        "${*}",
        "${?}",
        "${$}",
        "${$}{aws:userid}",
        "$${*}",
        "${ *}",
    ],
    ...["${aws:username, 'x'}", "$", "${${*}}", "$\u200b{*}"],
    ...["../", "/../", "..\\", "/./", "//", "..%2f", "/../../other-bucket/*", "~/"],
    ...["\0", "\u0001", "\u001b[2J", "\u007f", "\u0085", "\u009f", "\n", "\r\n", "\t", "\u2028", "\ufeff"],
    // Look-alikes: Cyrillic, Greek, full width, without width, right to left, composed and not.
    ...[
        "\u0430",
        "\u03bf",
        "\uff41",
        "\uff0a",
        "\uff1f",
        "\uff0f",
        "\u2217",
        "\u200b",
        "\u200d",
        "\u00ad",
        "\u202e",
    ],
    ...["\u00e9", "e\u0301", "\u212b", "\ufb01", "\u0131", "\u00a0", "\u3000", "\u{1d4b6}", "\u{1f600}"],
    ...["\ud800", "\udc00", "\udc00\ud800"],
    ...["arn:aws-cn:s3:::", "arn:aws:s3:::other", "arn:aws:s3:::*", ":", "arn:aws:s3:::raw/", "s3://raw/"],
    ...[
        " ",
        "  ",
        ",",
        ";",
        "#",
        "@",
        "=",
        "&",
        "|",
        "__proto__",
        "constructor",
        "undefined",
        "[object Object]",
    ],
    ...["x".repeat(64), "é".repeat(600), "*".repeat(200), "0", "-0", "1e3", "true", "null"],
];

/** Strings in place of another. */
const wholes = [
    ...[
        "",
        " ",
        "*",
        "?",
        "**",
        "raw/*",
        "arn:*",
        "arn:aws:s3:::*",
        "arn:aws:s3:::raw*",
        "arn:aws-cn:s3:::raw-data",
    ],
    ...[
        "arn:aws-us-gov:s3:::raw-data",
        "arn:aws:s3:::raw-data/*",
        "arn:aws:s3::123456789012:raw-data",
        "arn:aws:s3:::",
    ],
    ...[
        "arn:aws-cn:kms:cn-north-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "ARN:aws:s3:::raw-data",
    ],
    ...[
        "arn:aws:kms:us-east-1:123456789012:key/*",
        "arn:aws:kms:*:123456789012:key/a",
        "arn:aws:kms:us-east-1:*:key/a",
    ],
    ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "NaN", "Infinity", "-0"],
    ...[
        "raw-d\u0430ta",
        "\uff52aw-data",
        "raw\u200b-data",
        "RAW-DATA",
        "raw_data",
        "..",
        "../raw",
        "a..b",
        "1.2.3.4",
    ],
];

const fragment = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...fragments) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

/** Makes a hostile string of a harmless one. */
export const spoiled: fc.Arbitrary<(text: string) => string> = fc.oneof(
    {
        weight: 8,
        arbitrary: fc
            .tuple(fragment, fc.double({ min: 0, max: 1, noNaN: true }))
            .map(([piece, where]) => (text: string) => {
                const at = Math.round(where * text.length);
                return text.slice(0, at) + piece + text.slice(at);
            }),
    },
    { weight: 2, arbitrary: fc.constantFrom(...wholes).map((whole) => () => whole) },
    {
        weight: 1,
        arbitrary: fc
            .constantFrom("NFC", "NFD", "NFKC")
            .map((form) => (text: string) => text.normalize(form)),
    },
    { weight: 1, arbitrary: fc.constant((text: string) => text.toUpperCase()) },
);

/** So long that nothing may copy it often. */
export const huge = "x".repeat(10_000_000);
