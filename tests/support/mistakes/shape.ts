import { importFrom, location } from "./given";
import type { Mistake } from "./mistake";

/** Values of another kind than is needed. */
export const shape: Mistake[] = [
    [{ importFrom: [] }, "importFrom", "is empty: put something in it, or leave it out"],
    [{ exportTo: [] }, "exportTo", "is empty: put something in it, or leave it out"],
    [{ kmsKeys: [] }, "kmsKeys", "is empty: put something in it, or leave it out"],
    [{ importFrom, clusters: [] }, "clusters", "is empty: put something in it, or leave it out"],
    [{ importFrom, sourceArns: [] }, "sourceArns", "is empty: put something in it, or leave it out"],
    [
        location("raw", { objects: [] }),
        "importFrom[0].objects",
        "is empty: put something in it, or leave it out",
    ],
    [{ importFrom: "raw" }, "importFrom", '"raw" is given, but a list is needed'],
    [{ importFrom: ["raw"] }, "importFrom[0]", '"raw" is given, but a plain object with bucket is needed'],
    [{ importFrom: [{}] }, "importFrom[0].bucket", "is missing: it is needed here"],
    [location(["raw"]), "importFrom[0].bucket", "a list is given, but a string is needed"],
    [location({ arn: "raw" }), "importFrom[0].bucket", "an object is given, but a string is needed"],
    [
        location("raw", { prefix: "a/" }),
        "importFrom[0].prefix",
        "is unknown; there are bucket, objects, kmsKeyArn",
    ],
    [{ importFrom, tags: ["team"] }, "tags", "a list is given, but a map is needed"],
    [
        { importFrom, tags: { size: 1 } },
        'tags["size"]',
        "1 is given, but a string is needed: put it in quotes",
    ],
    [
        { importFrom, unconditionalTrust: "yes" },
        "unconditionalTrust",
        '"yes" is given, but true or false is needed',
    ],
];
