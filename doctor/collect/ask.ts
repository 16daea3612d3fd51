import { type Fact, isRead, read, unread, type Unread } from "../facts";
import { type Call, permissionOf } from "./calls";
import { CannotRun } from "./cannotRun";

/** What the errors of the AWS SDK have in common. */
export interface AwsError extends Error {
    $metadata?: { httpStatusCode?: number };
    /** Of a system error, for example, `ENOTFOUND`. */
    code?: string;
}

// Each service has its own name for the same.
const deniedNames = ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "Forbidden"];

// https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and those of EC2, KMS and S3
const credentialNames = [
    "AuthFailure",
    "CredentialsProviderError",
    "ExpiredToken",
    "ExpiredTokenException",
    "IncompleteSignature",
    "InvalidAccessKeyId",
    "InvalidClientTokenId",
    "InvalidSignatureException",
    "InvalidToken",
    "RequestExpired",
    "SignatureDoesNotMatch",
    "TokenProviderError",
    "UnrecognizedClientException",
];

/**
 * Makes one call. Access denied is an answer, and so is what keeps this call alone from being answered; credentials that
 * are missing or not valid end everything.
 *
 * @param none - The errors by which the service says that there is no such thing.
 */
export async function ask<T>(
    call: Call,
    send: () => Promise<T>,
    none: readonly string[] = [],
): Promise<Fact<T | undefined>> {
    try {
        return read(await send());
    } catch (error) {
        const cause = error as AwsError;
        return none.includes(cause.name) ? read(undefined) : whyUnread(call, cause);
    }
}

/** What an error other than "there is no such thing" means for what was asked. */
export function whyUnread(call: Call, error: AwsError): Unread {
    if (error instanceof CannotRun) throw error;
    if (credentialNames.includes(error.name)) {
        throw new CannotRun(
            `AWS credentials are missing or not valid: ${sentence(error.message)} Sign in, for example, with "aws sso login", or choose a profile with --profile.`,
            { cause: error },
        );
    }
    if (deniedNames.includes(error.name)) return unread("access denied", permissionOf[call]);
    return unread(`${call} failed: ${error.message || (error.code ?? error.name)}`);
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** The same for a call whose thing must be there: none is then an error like others. */
export async function askFor<T>(call: Call, send: () => Promise<T>): Promise<Fact<T>> {
    return (await ask(call, send)) as Fact<T>;
}

/** What was read, changed; why it was not stays. */
export function map<T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> {
    return isRead(fact) ? read(change(fact.read)) : fact;
}

/** The pages of a list as one. */
export async function all<Page, Item>(
    pages: AsyncIterable<Page>,
    items: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
    const found: Item[] = [];
    for await (const page of pages) found.push(...(items(page) ?? []));
    return found;
}
