import { refuse } from "./cannotEvaluate";

/** Who asks: a service, or an IAM user, role or session by its ARN. */
export type Principal = { Service: string } | { AWS: string };

/** `arn:aws:iam::123456789012:root`, or `123456789012` for short, is for everyone in the account. */
const account = /^(?:arn:([^:*?]+):iam::(\d{12}):root|(\d{12}))$/;
const identity = /^arn:([^:*?]+):(?:iam|sts)::(\d{12}):([^*?]+)$/;

/**
 * Whether a name in `Principal` is for someone. An account leaves the rest to policies of its own, which are not
 * asked here.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalTest(type: string, name: string): (principal: Principal) => boolean {
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
    const [, partition, accountId, identityName] =
        identity.exec(principal) ?? refuse(`"${principal}" is not the ARN of a user, role or session`);
    const [, accountPartition = partition, longForm, shortForm] = account.exec(name) ?? [];
    const wholeAccount = longForm ?? shortForm;
    if (wholeAccount !== undefined) return wholeAccount === accountId && accountPartition === partition;
    if (name.includes(":role/") && identityName!.startsWith("assumed-role/"))
        refuse(`sessions of a role are not supported: let the policy name "${principal}" itself`);
    return name === principal;
}
