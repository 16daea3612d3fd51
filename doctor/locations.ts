import { matcherOf } from "../provider/policy/globs";
import type { Direction } from "../provider/policy/permissions";
import type { Database, Fact, Location, Parameter, PolicyFacts, RoleFacts } from "./facts";
import { isRead, s3Parameters } from "./facts";

/** What a URI like `s3://raw/incoming/orders.csv` or `s3-us-west-2://raw/in` names; a sentence if it is none. */
export function locationOf(direction: Direction, uri: string): Location | { readonly error: string } {
    const [, region, bucket, key = ""] =
        /^s3(?:-([a-z]{2,}(?:-[a-z]+)+-\d))?:\/\/([^/]+)(?:\/(.*))?$/s.exec(uri) ?? [];
    if (bucket === undefined || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/i.test(bucket))
        return {
            error: `must be an S3 URI, but received ${JSON.stringify(uri)}. For example, "s3://raw/incoming/orders.csv".`,
        };
    return { direction, bucket, key, region, from: "argument" };
}

/**
 * The locations that the policies of the roles allow, for when none is asked for. On Aurora MySQL of the roles that a parameter
 * names, on PostgreSQL of those with a feature name for S3, and of all if there are none.
 */
export function locationsOfPolicies(
    database: Database,
    roles: readonly RoleFacts[],
    parameters?: Fact<readonly Parameter[]>,
): Location[] {
    const features = database.associatedRoles.filter(({ featureName }) =>
        ["s3Import", "s3Export"].includes(featureName ?? ""),
    );
    const named = new Set([
        ...features.map(({ roleArn }) => roleArn),
        ...(parameters && isRead(parameters) ? parameters.read : [])
            .filter(({ name }) => (s3Parameters as readonly string[]).includes(name))
            .map(({ value }) => value),
    ]);
    const used = roles.filter(({ arn }) => named.has(arn)).flatMap(locationsOfRole);
    return unique(used.length > 0 ? used : roles.flatMap(locationsOfRole));
}

function locationsOfRole({ attachedPolicies, inlinePolicies }: RoleFacts): Location[] {
    const actionsOf = new Map<string, string[]>();
    for (const { actions, resources } of [...grantsOf(attachedPolicies), ...grantsOf(inlinePolicies)]) {
        for (const resource of resources)
            actionsOf.set(resource, [...(actionsOf.get(resource) ?? []), ...actions]);
    }
    const found = [...actionsOf].flatMap(([resource, actions]) => {
        const [, bucket, pattern] = /^arn:[^:]*:s3:::([^/*?$]+)(?:\/(.+))?$/s.exec(resource) ?? [];
        if (bucket === undefined) return [];
        return directionsOf(actions, pattern !== undefined).map((direction) => ({
            direction,
            bucket,
            key: pattern?.split(/[*?]|\$\{/, 1)[0] ?? "",
            pattern,
            from: "policy" as const,
        }));
    });
    // A bucket whose objects a policy names too is no location of its own.
    return found.filter(
        ({ bucket, pattern }) =>
            pattern !== undefined ||
            found.every((other) => other.bucket !== bucket || other.pattern === undefined),
    );
}

/** An export reads what it wrote, so that reading tells an import only without it, or where versions are read. */
function directionsOf(patterns: readonly string[], isForObjects: boolean): Direction[] {
    const allows = (action: string) =>
        patterns.some((pattern) => matcherOf(pattern.toLowerCase())(action.toLowerCase()));
    if (!isForObjects) return allows("s3:ListBucket") ? ["import"] : [];
    const directions: Direction[] = [];
    const isExport = allows("s3:PutObject");
    if (allows("s3:GetObjectVersion") || (allows("s3:GetObject") && !isExport)) directions.push("import");
    if (isExport) directions.push("export");
    return directions;
}

interface Granted {
    readonly actions: readonly string[];
    readonly resources: readonly string[];
}

function grantsOf(policies: Fact<readonly PolicyFacts[]>): Granted[] {
    if (!isRead(policies)) return [];
    return policies.read.flatMap(({ document }) => (isRead(document) ? allowsOf(document.read) : []));
}

function allowsOf(document: string): Granted[] {
    try {
        const { Statement } = JSON.parse(document) as { Statement?: unknown };
        return [Statement].flat().flatMap((statement) => {
            const { Effect, Action, Resource } = (statement ?? {}) as Record<string, unknown>;
            return Effect === "Allow" ? [{ actions: strings(Action), resources: strings(Resource) }] : [];
        });
    } catch {
        return [];
    }
}

const strings = (value: unknown): string[] =>
    [value].flat().filter((each): each is string => typeof each === "string");

const unique = (locations: readonly Location[]): Location[] => [
    ...new Map(locations.map((each) => [JSON.stringify(each), each])).values(),
];
