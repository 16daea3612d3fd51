import { importFrom, key, location, noValue } from "./given";
import type { Mistake } from "./mistake";

const empty = "cannot be empty. Add an item, or remove the property.";

/** Values of another kind than is needed. */
export const shape: Mistake[] = [
    [{ importFrom: [] }, "importFrom", empty],
    [{ exportTo: [] }, "exportTo", empty],
    [{ kmsKeys: [] }, "kmsKeys", empty],
    [{ engine: "aurora-postgresql", kmsKeys: [] }, "kmsKeys", empty],
    [{ importFrom: [], predefinedPolicy: "AmazonS3FullAccess" }, "importFrom", empty],
    [{ exportTo: [], predefinedPolicy: "AmazonS3FullAccess" }, "exportTo", empty],
    [{ importFrom, clusters: [] }, "clusters", empty],
    [{ importFrom, sourceArns: [] }, "sourceArns", empty],
    [location("raw", { objects: [] }), "importFrom[0].objects", empty],
    [{ importFrom: "raw" }, "importFrom", 'must be a list, but received "raw".'],
    [
        { importFrom: { bucket: "raw" } },
        "importFrom",
        "must be a list, but received an object. Put it in a list.",
    ],
    [
        { importFrom: [{ bucket: "raw", objects: "incoming/*" }] },
        "importFrom[0].objects",
        'must be a list, but received "incoming/*". Put it in a list.',
    ],
    [
        { importFrom: ["raw"] },
        "importFrom[0]",
        'must be an object with bucket, but received "raw". Use { bucket: "raw" }.',
    ],
    [{ importFrom: [{}] }, "importFrom[0].bucket", noValue],
    [location(["raw"]), "importFrom[0].bucket", "must be a bucket name or ARN, but received a list."],
    [
        location({ arn: "raw" }),
        "importFrom[0].bucket",
        "must be a bucket name or ARN, but received an object.",
    ],
    [
        location("raw", { prefix: "a/" }),
        "importFrom[0].prefix",
        "unknown property. Valid properties are bucket, objects and kmsKeyArn.",
    ],
    [{ importFrom, tags: ["team"] }, "tags", "must be a map, but received a list."],
    [
        { importFrom, tags: { size: 1 } },
        "tags.size",
        "must be a string, but received the number 1. Put it in quotes.",
    ],
    [
        { kmsKeys: [{ keyArn: key, forExport: "yes" }] },
        "kmsKeys[0].forExport",
        'must be true or false, but received "yes".',
    ],
    [
        { importFrom, sourceConditions: "ifexists" },
        "sourceConditions",
        'must be "Required", "IfExists" or "None", but received "ifexists". Did you mean "IfExists"?',
    ],
    [
        { importFrom, unconditionalTrust: true },
        "unconditionalTrust",
        'unknown property. Set sourceConditions to "None" instead.',
    ],
    [
        { importFrom, unconditionalTrust: false },
        "unconditionalTrust",
        "unknown property. Remove it, or set sourceConditions.",
    ],
];
