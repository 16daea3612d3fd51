import type { Fact, PolicyFacts, RoleFacts } from "../facts";
import { isRead } from "../facts";
import { parsed, statementsOf } from "../fix/documents";

/** What the policies of a role allow beyond any feature: actions with wildcards, and all buckets or keys. */
export function tooWide(role: RoleFacts): string[] {
    const ofPolicies = (policies: Fact<readonly PolicyFacts[]>) =>
        isRead(policies) ? policies.read.flatMap(tooWidePolicy) : [];
    return [...ofPolicies(role.attachedPolicies), ...ofPolicies(role.inlinePolicies)];
}

function tooWidePolicy({ name, document }: PolicyFacts): string[] {
    if (!isRead(document)) return [];
    const statements = statementsOf(parsed(document.read) ?? {}) as Record<string, unknown>[];
    const allowed = statements.filter(({ Effect }) => Effect === "Allow");
    const actions = unique(allowed.flatMap(({ Action }) => strings(Action)).filter(isWildAction));
    const resources = unique(
        allowed
            .filter(({ Action }) => strings(Action).some((action) => /^(?:\*|s3:|kms:)/i.test(action)))
            .flatMap(({ Resource }) => strings(Resource))
            .filter(isEvery),
    );
    return [
        ...(actions.length > 0
            ? [`The policy ${name} allows ${actions.join(", ")}, which is more than Aurora needs.`]
            : []),
        ...(resources.length > 0
            ? [
                  `The policy ${name} applies to ${resources.join(", ")}, which is more than the buckets that were read.`,
              ]
            : []),
    ];
}

const isWildAction = (action: string) => action === "*" || /^(?:s3|kms):.*[*?]/i.test(action);

const isEvery = (resource: string) =>
    resource === "*" || /^arn:[^:]*:s3:::[^/]*[*?]/.test(resource) || /^arn:[^:]*:kms:.*[*?]/.test(resource);

const strings = (value: unknown): string[] =>
    [value].flat().filter((each): each is string => typeof each === "string");

const unique = (items: readonly string[]) => [...new Set(items)];
