import { refuse } from "./cannotEvaluate";
import type { Lookup } from "./context";
import { parse, resolve, type Version } from "./text";
import { anywhere, betweenColons, expression, matches, pieces, type Reach } from "./wildcards";

/** Whether a resource is meant by a pattern; undefined if a variable in the pattern has no value. */
export type ResourceTest = (resource: string, valueOf: Lookup) => boolean | undefined;

/** Partition, service, region and account, each with its colon; then the resource, which may hold more colons. */
const arn = /^(arn:[^:]*:([^:]*):[^:]*:[^:]*:)(.*)$/s;

/**
 * Wildcards match within the parts between colons, slashes included; a `*` that ends a part goes on beyond its
 * colon too. Variables stand behind the fifth colon only, and the service is always named.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceTest(pattern: string, version: Version): ResourceTest {
    if (pattern === "*") return () => true;
    const [, head, service, tail] = arn.exec(pattern) ?? refuse(`"${pattern}" is neither an ARN nor *`);
    if (head!.includes("${")) refuse(`"${pattern}" has a variable before the fifth colon`);
    if (/[*?]/.test(service!)) refuse(`"${pattern}" has a wildcard in its service`);
    if (!/[*?$]/.test(pattern)) return (resource) => resource === pattern;
    const place = expression(pieces(head!), withinPart);
    const text = parse(tail!, version);

    return (resource, valueOf) => {
        const named = resolve(text, valueOf);
        if (named === undefined) return undefined;
        if (resource === "*") return false;
        // AWS does not say whether a colon within a resource, as in a key of S3, ends a part.
        const narrow = matches(place + expression(named, withinPart), resource);
        const wide = matches(place + expression(named, anywhere), resource);
        if (narrow !== wide)
            refuse(`whether "${pattern}" matches "${resource}" hangs on a colon, which AWS does not explain`);
        return wide;
    };
}

const withinPart: Reach = (wildcard, next) =>
    wildcard === "*" && (next === undefined || ("literal" in next && next.literal.startsWith(":")))
        ? anywhere(wildcard, next)
        : betweenColons(wildcard, next);
