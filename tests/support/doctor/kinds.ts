import fc from "fast-check";
import type { Kind } from "./facts";

/** Random healthy databases: only what AWS supports, and so what the doctor must find nothing wrong with. */
export const kind: fc.Arbitrary<Kind> = fc
    .record({
        engine: fc.constantFrom<Kind["engine"][]>("mysql2", "mysql3", "mysql8.4", "postgresql", "instance"),
        directions: fc.constantFrom<Kind["directions"][]>(["import"], ["export"], ["import", "export"]),
        from: fc.constantFrom<Kind["from"][]>("argument", "policy"),
        encryption: fc.constantFrom<Kind["encryption"][]>("none", "aws/s3", "customer", "foreign"),
        keyPolicy: fc.constantFrom<Kind["keyPolicy"][]>("account", "role", "grant"),
        bucketOwner: fc.constantFrom<Kind["bucketOwner"][]>("account", "foreign"),
        tls: fc.boolean(),
        network: fc.constantFrom<Kind["network"][]>("endpoint", "nat", "public", "both"),
        trust: fc.constantFrom<Kind["trust"][]>("open", "IfExists", "Required"),
        policies: fc.constantFrom<Kind["policies"][]>("attached", "inline", "wide", "bucketPolicy"),
        boundary: fc.boolean(),
        otherRoles: fc.nat({ max: 2 }),
    })
    .map(supported);

function supported(kind: Kind): Kind {
    const isPostgresql = kind.engine === "postgresql" || kind.engine === "instance";
    let { encryption, bucketOwner, policies, keyPolicy, from } = kind;
    // Exports of PostgreSQL stay in the account; buckets of other accounts need both policies, and no aws/s3.
    if (isPostgresql && kind.directions.includes("export")) bucketOwner = "account";
    if (bucketOwner === "foreign" && encryption === "aws/s3") encryption = "foreign";
    // Customer managed keys came with 3.05.
    if (kind.engine === "mysql2" && (encryption === "customer" || encryption === "foreign"))
        encryption = "none";
    if (bucketOwner === "foreign" && encryption === "customer") keyPolicy = "account";
    if (policies === "bucketPolicy") {
        if (bucketOwner === "foreign" || encryption === "foreign") policies = "attached";
        else if (encryption === "customer" && keyPolicy === "account") keyPolicy = "role";
        from = "argument";
    }
    return { ...kind, encryption, bucketOwner, policies, keyPolicy, from };
}
