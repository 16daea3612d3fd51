import { refuse } from "./cannotEvaluate";

/** The principal of a request: an AWS service, or an IAM user, role or session by its ARN. */
export type Principal =
    | {
          /** The name of the service, for example, `rds.amazonaws.com`. */
          Service: string;
      }
    | {
          /** The ARN of the user, role or session. */
          AWS: string;
      };

/** What stands in `Principal`: `*` for everybody, or names by their type. */
export type PrincipalElement = "*" | readonly { readonly type: string; readonly name: string }[];

/** `arn:aws:iam::123456789012:root`, or `123456789012` for short, is for everyone in the account. */
const account = /^(?:arn:([^:*?]+):iam::(\d{12}):root|(\d{12}))$/;
const identity = /^arn:([^:*?]+):(?:iam|sts)::(\d{12}):([^*?]+)$/;

/**
 * Whether an element is for someone. An account leaves the rest to policies of its own, which are not asked here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalTest(element: PrincipalElement): (principal: Principal) => boolean {
    if (element === "*") return () => true;
    const tests = element.map(({ type, name }) => nameTest(type, name));
    return (principal) => tests.some((isMeant) => isMeant(principal));
}

function nameTest(type: string, name: string): (principal: Principal) => boolean {
    if (type === "Service") {
        if (/[*?]/.test(name)) refuse(`the service "${name}" holds a wildcard`);
        return (principal) => "Service" in principal && principal.Service === name;
    }
    if (type !== "AWS") refuse(`principals of the type ${type} are not supported`);
    if (name === "*")
        return (principal) =>
            "AWS" in principal || refuse('AWS does not say whether { "AWS": "*" } is for services too');
    if (!account.test(name) && !identity.test(name))
        refuse(`"${name}" is not the ARN of an account, user, role or session`);
    return (principal) => "AWS" in principal && isMeant(name, principal.AWS);
}

function isMeant(name: string, principal: string): boolean {
    const [, , accountId, identityName] =
        identity.exec(principal) ?? refuse(`"${principal}" is not the ARN of a user, role or session`);
    if (isAccount(name)) return isAccountOf(name, principal, accountId);
    if (name.includes(":role/") && identityName!.startsWith("assumed-role/"))
        refuse(`sessions of a role are not supported: let the policy name "${principal}" itself`);
    return name === principal;
}

const isAccount = (name: string) => account.test(name);

function isAccountOf(name: string, principal: string, accountId = accountOf(principal)): boolean {
    const [, partition, longForm, shortForm] = account.exec(name) ?? [];
    const isPartition = partition === undefined || principal.startsWith(`arn:${partition}:`);
    return isPartition && (longForm ?? shortForm) === accountId;
}

const accountOf = (arn: string) => arn.split(":")[4];

/**
 * To whom a statement applies when a session of a role asks: to the role by its ARN, to this session or other sessions of the
 * role, to its account, or to everyone.
 */
export type Reach = "role" | "session" | "account" | "everyone";

/** How a principal reaches the sessions of a role, in each of the ways. Empty if it does not. */
export function reaches(element: PrincipalElement, roleArn: string): Reach[] {
    if (element === "*") return ["everyone"];
    return element.flatMap(({ type, name }) => {
        // A role that a service assumed asks as a role, not as that service or a user of an identity provider.
        if (type === "Service" || type === "Federated") return [];
        if (type !== "AWS") return refuse(`principals of the type ${type} are not supported`);
        return reachOf(name, roleArn) ?? [];
    });
}

function reachOf(name: string, roleArn: string): Reach | undefined {
    if (name === "*") return "everyone";
    if (name === roleArn) return "role";
    if (isAccount(name)) return isAccountOf(name, roleArn) ? "account" : undefined;
    // What remains of a role or a user that was deleted, even if there is another one of the same name.
    if (/^A[A-Z0-9]{15,}$/.test(name)) return undefined;
    if (/^arn:[^:*?]+:iam::cloudfront:user\//.test(name)) return undefined;
    const [, , accountId, identityName] =
        identity.exec(name) ?? refuse(`"${name}" is not the ARN of an account, user, role or session`);
    const roleName = roleArn.slice(roleArn.lastIndexOf("/") + 1);
    if (accountId === accountOf(roleArn) && identityName!.startsWith(`assumed-role/${roleName}/`))
        return refuse(`"${name}" is one session of the role, and the name of the session is not known`);
    return undefined;
}
