import { bucketArn, objectArn } from "../../provider/policy/arn";
import {
    evaluateAccess,
    type AccessDecision,
    type AccessLayer,
    type AccessPolicies,
    type Context,
    type NamedPolicy,
} from "../../provider/policy/evaluation";
import { isMatched } from "../../provider/policy/globs";
import type { Chain, Use } from "../chain";
import type { RoleFacts } from "../facts";
import { isRead } from "../facts";
import { endpointOf, pathsOf } from "../network/path";
import { namedPolicy, policiesOf, policyOf } from "./capable";
import { contextOf, keyContextOf, regionOf } from "./context";
import { neededKeys, type NeededKey } from "./encryption";
import { isOneObject, keyToTry } from "./keys";
import { couldAllowBelow } from "./prefix";

/** One request that the SQL statement leads to, and what the policies say. */
export interface Judged {
    readonly use: Use;
    readonly role: RoleFacts;
    readonly action: string;
    readonly resource: string;
    readonly on: "bucket" | "object" | "key";
    readonly key?: NeededKey | undefined;
    readonly decision: AccessDecision;
}

/** All requests of a use, judged. None without a role, or without a bucket. */
export function judgedOf(chain: Chain, use: Use): Judged[] {
    const { role, permissions } = use;
    if (!role || !isRead(role.role) || role.role.read === undefined || isMoot(use)) return [];
    const bucket = bucketArn(use.location.bucket, chain.partition);
    const judge = judgeOf(chain, use, role);
    return [
        ...permissions.bucket.map((action) => judge("bucket", action, bucket)),
        ...permissions.objects.map((action) => judgeObjects(chain, use, action, bucket, judge)),
        ...neededKeys(chain, use).flatMap((key) =>
            key.arn === undefined || key.isAwsManaged
                ? []
                : permissions.key.map((action) => judge("key", action, key.arn!, key)),
        ),
    ];
}

export const isGone = ({ bucket }: Use): boolean =>
    bucket !== undefined && isRead(bucket.exists) && !bucket.exists.read;

/** Whether no policy helps: there is no such bucket, or the engine does not support buckets of other accounts. */
export const isMoot = (use: Use): boolean =>
    isGone(use) ||
    (!use.permissions.otherAccounts &&
        use.bucket !== undefined &&
        isRead(use.bucket.isInAccount) &&
        !use.bucket.isInAccount.read);

type Judge = (on: Judged["on"], action: string, resource: string, key?: NeededKey) => Judged;

function judgeOf(chain: Chain, use: Use, role: RoleFacts): Judge {
    const identity = policiesOf(role);
    const boundary = isRead(role.role) ? role.role.read?.boundary : undefined;
    const ofRole = { identity, boundary: boundary && namedPolicy(boundary) };
    const endpoint = endpointOf(pathsOf(chain.facts, regionOf(use)));
    const ofBucket: AccessPolicies = {
        ...ofRole,
        resource: use.bucket ? policyOf(use.bucket.policy, "the bucket policy") : undefinedPolicy,
        resourceType: "bucket",
        isInAccount: use.bucket && isRead(use.bucket.isInAccount) ? use.bucket.isInAccount.read : undefined,
        endpoint:
            endpoint && endpoint !== "none" && endpoint.policy !== undefined
                ? { name: endpoint.id, document: endpoint.policy }
                : undefined,
    };
    const contexts = {
        s3: contextOf(chain, use, role.arn),
        kms: keyContextOf(chain, use, role.arn),
    };
    return (on, action, resource, key) => {
        const policies = key ? { ...ofRole, ...policiesOfKey(chain, key, role.arn, action) } : ofBucket;
        const ask = (context: Context) =>
            evaluateAccess(policies, { action, resource, roleArn: role.arn, context });
        let decision = ask(key ? contexts.kms : contexts.s3);
        // A pattern of a policy is not what the statement lists: it may only help.
        if (on === "bucket" && use.location.from === "policy" && decision.answer === "denied")
            decision = ask(without(contexts.s3, "s3:prefix"));
        const asked = { on, action, partition: chain.partition };
        return {
            use,
            role,
            action,
            resource,
            on,
            key,
            decision: withoutGuess(decision, policies, use, asked),
        };
    };
}

const without = (context: Context, key: string): Context =>
    Object.fromEntries(Object.entries(context).filter(([name]) => name !== key));

const undefinedPolicy: NamedPolicy = { name: "the bucket policy", document: undefined };

function policiesOfKey(
    chain: Chain,
    { facts, account }: NeededKey,
    roleArn: string,
    action: string,
): Pick<AccessPolicies, "resource" | "resourceType" | "isInAccount" | "isGranted"> {
    const operation = action.replace("kms:", "");
    const grants = facts && isRead(facts.grants) ? facts.grants.read : undefined;
    const own = grants?.filter(
        ({ grantee, operations }) => isRole(grantee, roleArn) && operations.includes(operation),
    );
    const isSure = own?.some(({ isConstrained }) => !isConstrained);
    return {
        resource: facts
            ? policyOf(facts.policy, "the key policy")
            : { name: "the key policy", document: undefined },
        resourceType: "key",
        isInAccount: account === chain.account,
        isGranted: own === undefined || (own.length > 0 && !isSure) ? undefined : isSure,
    };
}

const isRole = (grantee: string, roleArn: string) => grantee === roleArn;

/** Below a prefix, what one example is not allowed others can be. */
function withoutGuess(
    decision: AccessDecision,
    policies: AccessPolicies,
    use: Use,
    { on, action, partition }: { on: Judged["on"]; action: string; partition: string },
): AccessDecision {
    if (on !== "object" || isOneObject(use.location) || hasFound(use)) return decision;
    const prefix = objectArn(bucketArn(use.location.bucket, partition), use.location.key);
    const ofLayer: Record<AccessLayer, readonly (NamedPolicy | undefined)[]> = {
        identity: policies.identity,
        boundary: [policies.boundary],
        resource: [policies.resource],
        endpoint: [policies.endpoint],
    };
    const isGuess = ({ layer, kind }: AccessDecision["denials"][number]) =>
        kind === "implicit" &&
        couldAllowBelow(
            ofLayer[layer].filter((each) => each !== undefined),
            action,
            prefix,
        );
    const guesses = decision.denials.filter(isGuess);
    if (guesses.length === 0) return decision;
    const denials = decision.denials.filter((denial) => !isGuess(denial));
    const unknowns = [
        ...decision.unknowns,
        ...guesses.map(({ layer }) => ({ layer, reasons: ["it depends on the keys of the objects"] })),
    ];
    return { answer: denials.length > 0 ? "denied" : "unknown", denials, unknowns };
}

const foundOf = ({ objects }: Use) => (objects && isRead(objects.found) ? objects.found.read : []);
const hasFound = (use: Use) => use.direction === "import" && foundOf(use).length > 0;

/** The objects that the statement reads, or one that stands for them. */
export function keysOf(chain: Chain, use: Use): string[] {
    const { key, pattern } = use.location;
    const found = foundOf(use).map((object) => object.key);
    if (use.direction === "export" || found.length === 0) return [keyToTry(chain.engine, use.location)];
    // What ends with a slash is a folder, even where there is an object of this name.
    if (found.includes(key) && !key.endsWith("/")) return [key];
    const matching = pattern === undefined ? found : found.filter((each) => isMatched(pattern, each));
    return matching.length > 0 ? matching : [keyToTry(chain.engine, use.location)];
}

/** A prefix has many objects: what only some of them are denied is not known to be what the statement needs. */
function judgeObjects(chain: Chain, use: Use, action: string, bucket: string, judge: Judge): Judged {
    const all = keysOf(chain, use).map((key) => judge("object", action, objectArn(bucket, key)));
    const allowed = all.find(({ decision }) => decision.answer !== "denied");
    const denied = all.find(({ decision }) => decision.answer === "denied");
    if (!allowed || !denied) return all[0]!;
    const reasons = [`${denied.resource} is denied, and ${allowed.resource} is not`];
    const unknowns = [...allowed.decision.unknowns, { layer: denied.decision.denials[0]!.layer, reasons }];
    return { ...allowed, decision: { answer: "unknown", denials: [], unknowns } };
}
