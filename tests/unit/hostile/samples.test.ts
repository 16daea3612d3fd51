import assert from "node:assert/strict";
import {
    bucketPolicyStatements,
    findMistakes,
    keyPolicyStatements,
    s3PolicyDocument,
    type Location,
} from "../../../provider/core";
import { huge } from "../../support/hostile/texts";
import { importFrom, key, location } from "../../support/mistakes/given";

const throws = () => {
    throw new RangeError("hostile");
};
const throwing = (property: string) => Object.defineProperty({}, property, { enumerable: true, get: throws });
const trapped = (trap: keyof ProxyHandler<object>, target: object = {}) =>
    new Proxy(target, { [trap]: throws });
const revoked = (target: object) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
};
const useObject = "Use { bucket: bucket.arn }.";
const cannotBeRead = "a value that throws an error when it is read";
const noLocation = `must be an object with bucket, but received ${cannotBeRead}. ${useObject}`;
const noBucket = `must be a bucket name or ARN, but received ${cannotBeRead}.`;
const arn = (i: number) => `arn:aws:rds:us-east-1:123456789012:cluster:*a*b*c*d${i}`;

/** Inputs, the path and the sentence. */
const table: Record<string, [given: unknown, path: string, reason: string]> = {
    "a getter that throws": [{ importFrom: [throwing("bucket")] }, "importFrom[0].bucket", noBucket],
    "a revoked proxy": [{ importFrom: [revoked({})] }, "importFrom[0]", noLocation],
    "a revoked proxy of a list": [
        { importFrom: revoked([]) },
        "importFrom",
        `must be a list, but received ${cannotBeRead}.`,
    ],
    "a revoked proxy of all inputs": [
        revoked({}),
        "",
        `The inputs must be an object, but received ${cannotBeRead}.`,
    ],
    "a proxy that throws when its prototype is read": [
        { importFrom: [trapped("getPrototypeOf")] },
        "importFrom[0]",
        noLocation,
    ],
    "a proxy that throws when its keys are read": [
        { importFrom: [trapped("ownKeys")] },
        "importFrom[0]",
        noLocation,
    ],
    "a list whose items throw when they are read": [
        { importFrom: new Proxy([1], { get: (list, name) => (name === "length" ? list.length : throws()) }) },
        "importFrom[0]",
        noLocation,
    ],
    "an instance whose constructor throws when it is read": [
        location(Object.create(Object.defineProperty({}, "constructor", { get: throws }))),
        "importFrom[0].bucket",
        noBucket,
    ],
    "an object with the mark of a resource that throws when it is read": [
        location(Object.defineProperty(new Date(0), "__pulumiResource", { get: throws })),
        "importFrom[0].bucket",
        "must be a bucket name or ARN, but received an instance of Date.",
    ],
    "an object with the type of a resource in 10 MB": [
        location(Object.assign(new Date(0), { __pulumiType: `${":".repeat(10_000_000)}Bucket` })),
        "importFrom[0].bucket",
        "must be a bucket name or ARN, but received a Bucket resource.",
    ],
    "a tag that Pulumi would lose": [
        { importFrom, tags: JSON.parse('{ "__proto__": "sales" }') as object },
        "tags.__proto__",
        "cannot have the key __proto__, which Pulumi for Node.js cannot pass on.",
    ],
    "10,000 ARNs with wildcards next to 10,000 clusters": [
        {
            importFrom,
            sourceArns: Array.from({ length: 10_000 }, (_, i) => arn(i)),
            clusters: Array.from({ length: 10_000 }, (_, i) => ({
                clusterIdentifier: `c${i}`,
                name: `c${i}`,
            })),
        },
        "sourceArns",
        "must fit into a trust policy of 8192 characters, but received 10000 ARNs. Use patterns with * that match several clusters.",
    ],
};

/** A location whose bucket is another one when it is read again. */
const shifting = (...answers: string[]): Location => {
    let reads = 0;
    return {
        get bucket() {
            return answers[Math.min(reads++, answers.length - 1)]!;
        },
        kmsKeyArn: key,
    };
};

describe("hostile inputs", function () {
    // None takes as long as a second.
    this.timeout(10_000);

    for (const [what, [given, propertyPath, reason]] of Object.entries(table)) {
        it(`are rejected: ${what}`, () => {
            assert.deepEqual(findMistakes(given as Record<string, unknown>), [{ propertyPath, reason }]);
        });
    }

    it("are read by their length where a list has no end", () => {
        const endless = Object.assign([{ bucket: "raw" }], {
            *[Symbol.iterator]() {
                for (;;) yield { bucket: "*" };
            },
        });
        assert.deepEqual(findMistakes({ importFrom: endless }), []);
    });

    it("are read by their first length where a list grows while it is read", () => {
        let length = 1;
        const get = (_: unknown, name: unknown) => (name === "length" ? length++ : { bucket: "raw" });
        assert.deepEqual(findMistakes({ importFrom: new Proxy([{ bucket: "raw" }], { get }) }), []);
    });

    it("are told of by paths that are cut, though a name of 10 MB stands in 1,000 of them", () => {
        const found = findMistakes({
            importFrom: Array.from({ length: 1000 }, () => ({ bucket: "raw", [huge]: 1 })),
        });
        assert.deepEqual(
            [found.length, found.at(-1)],
            [
                1000,
                {
                    propertyPath: `importFrom[999].${"x".repeat(184)}…`,
                    reason: "unknown property. Valid properties are bucket, objects and kmsKeyArn.",
                },
            ],
        );
    });

    it("are told of by the name of a component that is cut", () => {
        const [mistake] = findMistakes({ importFrom }, huge);
        assert.ok(mistake && mistake.reason.length < 400, mistake?.reason);
    });
});

describe("a policy of a location whose bucket changes while it is read", () => {
    const roleArn = "arn:aws:iam::123456789012:role/sales";
    const uses = (location: Location) => [{ direction: "import" as const, roleArn, locations: [location] }];

    it("is for the bucket that was read first", () => {
        assert.deepEqual(
            s3PolicyDocument("aurora-mysql", "import", [shifting("raw", "*")], "aws"),
            s3PolicyDocument("aurora-mysql", "import", [{ bucket: "raw", kmsKeyArn: key }], "aws"),
        );
    });

    it("asks its owner for the bucket that was read first", () => {
        assert.deepEqual(
            bucketPolicyStatements("aurora-mysql", uses(shifting("raw", "*")), "aws"),
            bucketPolicyStatements("aurora-mysql", uses({ bucket: "raw" }), "aws"),
        );
    });

    it("asks the owner of the key that was read first", () => {
        let reads = 0;
        const changing = {
            bucket: "raw",
            get kmsKeyArn() {
                return reads++ === 0 ? key : undefined;
            },
        };
        assert.deepEqual(
            keyPolicyStatements(uses(changing), []),
            keyPolicyStatements(uses({ bucket: "raw", kmsKeyArn: key }), []),
        );
    });

    it("names the role and no other, whatever stands in the name of the bucket", () => {
        const bucket = "raw arn:aws:iam::999999999999:root";
        const statements = bucketPolicyStatements("aurora-mysql", uses({ bucket }), "aws");
        assert.deepEqual(
            statements.map(({ bucketArn, statement }) => [
                bucketArn,
                (JSON.parse(statement) as { Principal: unknown }).Principal,
            ]),
            [1, 2].map(() => [`arn:aws:s3:::${bucket}`, { AWS: roleArn }]),
        );
    });
});
