import { lookup, type Context } from "./context";
import { checkRequest } from "./evaluate";
import { identityLayer, resourceLayer, type Layer, type LayerRequest, type NamedPolicy } from "./layer";
import { both, either, no, unknown, yes, type StatementReference, type Truth } from "./truth";

/** A request that a service sends to AWS after it assumed a role. */
export interface AccessRequest {
    /** One action, for example, `s3:GetObject`. */
    readonly action: string;
    /** The ARN of one resource. */
    readonly resource: string;
    /** The ARN of the role. */
    readonly roleArn: string;
    /** The condition keys that are known: undefined for a key that the request does not have. All others are unknown. */
    readonly context: Context;
}

/** The policies that decide about access to a bucket, its objects or a KMS key. */
export interface AccessPolicies {
    /** The policies of the role, managed and inline. */
    readonly identity: readonly NamedPolicy[];
    /** The permissions boundary of the role. Undefined if it has none. */
    readonly boundary?: NamedPolicy | undefined;
    /** The policy of the bucket or key. Undefined if the bucket has none. */
    readonly resource?: NamedPolicy | undefined;
    /** What the resource is. */
    readonly resourceType: "bucket" | "key";
    /** Whether the resource belongs to the account of the role. Undefined if it is not known. */
    readonly isInAccount: boolean | undefined;
    /** Whether a grant of the key allows the action to the role. Undefined if it is not known. Defaults to false. */
    readonly isGranted?: boolean | undefined;
    /** The policy of the VPC endpoint that the request passes. Undefined if it passes none. */
    readonly endpoint?: NamedPolicy | undefined;
}

/** Which policies deny a request. */
export type AccessLayer = "identity" | "boundary" | "resource" | "endpoint";

/** Why a request is denied. */
export interface Denial {
    /** Which policies deny it. */
    readonly layer: AccessLayer;
    /** `explicit` if a statement denies it, `implicit` if no statement allows it. */
    readonly kind: "explicit" | "implicit";
    /** The statement of an explicit denial. */
    readonly by?: StatementReference | undefined;
}

/** What cannot be known about a request. */
export interface Unknown {
    /** Which policies it depends on. */
    readonly layer: AccessLayer;
    /** Why it cannot be known, for example, which condition key has no known value. */
    readonly reasons: readonly string[];
}

/**
 * Whether a request is allowed. `denied` lists every layer that surely denies it, and `unknown` only what cannot be known.
 * Both are empty if it is allowed.
 */
export interface AccessDecision {
    /** The answer. */
    readonly answer: "allowed" | "denied" | "unknown";
    /** Each layer that surely denies the request. */
    readonly denials: readonly Denial[];
    /** What else could deny it. */
    readonly unknowns: readonly Unknown[];
}

/**
 * Evaluates all policies that decide about a request of a role: the policies of the role, its permissions boundary, the policy of the
 * bucket or key, and the policy of the VPC endpoint. The policies of an organization are not evaluated. See the
 * [AWS documentation](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 *
 * @param policies - The policies.
 * @param request - The request.
 */
export function evaluateAccess(policies: AccessPolicies, request: AccessRequest): AccessDecision {
    checkRequest([request.action], request.resource);
    if (policies.isInAccount !== undefined) return evaluateIn(policies, request, policies.isInAccount);
    const [own, other] = [true, false].map((isInAccount) => evaluateIn(policies, request, isInAccount));
    return inEither(own!, other!);
}

function evaluateIn(policies: AccessPolicies, request: AccessRequest, isInAccount: boolean): AccessDecision {
    const asked: LayerRequest = { ...request, valueOf: lookup(request.context, "unknown") };
    const identity = identityLayer(policies.identity, asked);
    const boundary = policies.boundary && identityLayer([policies.boundary], asked);
    const resource = resourceLayer(policies.resource ? [policies.resource] : [], asked);
    const endpoint = policies.endpoint && resourceLayer([policies.endpoint], asked);
    const allows = {
        identity: identity.allows.role,
        boundary: boundary?.allows.role ?? yes,
        resource: resource.allows,
        endpoint: endpoint ? allowedBy(endpoint) : yes,
    };
    const grant = "isGranted" in policies ? truthOf(policies.isGranted) : no;
    const asks = isInAccount
        ? inOneAccount(allows, grant, policies.resourceType === "key")
        : acrossAccounts(allows, grant);
    const explicit: [AccessLayer, Truth][] = [
        ["identity", identity.denies],
        ["boundary", boundary?.denies ?? no],
        ["resource", resource.denies],
        ["endpoint", endpoint?.denies ?? no],
    ];
    return decisionOf(explicit, [...asks, ["endpoint", allows.endpoint]]);
}

interface Allows {
    readonly identity: Truth;
    readonly boundary: Truth;
    readonly resource: Layer["allows"];
}

/** What must be true, and which policies are to blame otherwise. */
type Requirement = readonly [AccessLayer, Truth];

/**
 * In one account one side is enough. A key is different: its policy, or a grant, must allow the role or leave it to the account. A
 * boundary limits what names the role, and not what names its sessions. AWS does not say this of statements for everyone.
 */
function inOneAccount({ identity, boundary, resource }: Allows, grant: Truth, isKey: boolean): Requirement[] {
    const { role, session, account } = resource;
    const open = either(resource.everyone, grant);
    const byIdentity = isKey ? both(account, identity) : identity;
    const limited = both(either(role, open, byIdentity), boundary);
    if (either(limited, session).is === "true") return [];

    const byResource = either(role, open, session);
    const isDelegated = either(byResource, account);
    const doubt = unknown("AWS does not say whether a boundary limits statements for everyone, and grants");
    const unlimited = either(session, open.is === "false" ? no : doubt);
    return [
        ...(isKey ? ([["resource", isDelegated]] as const) : []),
        // What the key's policy does not leave to the account is not asked of the role.
        ...(isKey && isDelegated.is === "false"
            ? []
            : ([["identity", either(byResource, identity)]] as const)),
        ["boundary", either(boundary, unlimited)],
    ];
}

/** Across accounts both sides must allow it. */
function acrossAccounts({ identity, boundary, resource }: Allows, grant: Truth): Requirement[] {
    const { role, session, account, everyone } = resource;
    const byGrant = grant.is === "true" ? unknown("a grant across accounts is not evaluated") : grant;
    return [
        ["identity", identity],
        ["boundary", boundary],
        ["resource", either(role, session, account, everyone, byGrant)],
    ];
}

/** The policy of a gateway endpoint is for everyone. AWS documents other principals only in part. */
function allowedBy({ allows }: Layer): Truth {
    const others = either(allows.role, allows.session, allows.account);
    return either(
        allows.everyone,
        others.is === "true" ? unknown("an endpoint policy names a principal other than *") : others,
    );
}

function truthOf(value: boolean | undefined): Truth {
    if (value === undefined) return unknown("the grants of the key are not known");
    return value ? yes : no;
}

function decisionOf(
    explicit: readonly (readonly [AccessLayer, Truth])[],
    required: readonly Requirement[],
): AccessDecision {
    const denials: Denial[] = [];
    const unknowns: Unknown[] = [];
    for (const [layer, truth] of explicit) {
        if (truth.is === "true") denials.push({ layer, kind: "explicit", by: truth.by });
        if (truth.is === "unknown") unknowns.push({ layer, reasons: truth.reasons });
    }
    for (const [layer, truth] of required) {
        if (truth.is === "false") denials.push({ layer, kind: "implicit" });
        if (truth.is === "unknown") unknowns.push({ layer, reasons: truth.reasons });
    }
    return { answer: answerOf(denials, unknowns), denials, unknowns };
}

function answerOf(denials: readonly Denial[], unknowns: readonly Unknown[]): AccessDecision["answer"] {
    if (denials.length > 0) return "denied";
    return unknowns.length > 0 ? "unknown" : "allowed";
}

/** What holds wherever the resource belongs. */
function inEither(own: AccessDecision, other: AccessDecision): AccessDecision {
    const isSame = (a: Denial, b: Denial) => a.layer === b.layer && a.kind === b.kind;
    const denials = own.denials.filter((denial) => other.denials.some((each) => isSame(denial, each)));
    const isDifferent = [...own.denials, ...other.denials].some(
        (denial) => !denials.some((each) => isSame(denial, each)),
    );
    const account: Unknown = { layer: "resource", reasons: ["the account of the resource is not known"] };
    const more = other.unknowns.filter(({ layer }) => own.unknowns.every((each) => each.layer !== layer));
    const unknowns = [...own.unknowns, ...more, ...(isDifferent ? [account] : [])];
    return { answer: answerOf(denials, unknowns), denials, unknowns };
}
