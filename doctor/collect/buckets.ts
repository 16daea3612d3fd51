import {
    GetBucketEncryptionCommand,
    GetBucketPolicyCommand,
    HeadBucketCommand,
    ListObjectsV2Command,
} from "@aws-sdk/client-s3";
import {
    type BucketFacts,
    type Encryption,
    type Fact,
    isRead,
    type Location,
    type ObjectFacts,
    read,
    unread,
    type Unread,
} from "../facts";
import { ask, askFor, type AwsError, map, whyUnread } from "./ask";
import { permissionOf } from "./calls";
import type { Clients } from "./clients";

interface Where {
    exists: Fact<boolean>;
    region: Fact<string>;
    isInAccount: Fact<boolean>;
}

/** A bucket as far as it decides who may use it: never what is in it. */
export async function readBucket(
    clients: Clients,
    name: string,
    database: { account: string; region: string },
): Promise<BucketFacts> {
    const where = await locate(clients, name, database);
    const rest = await readRest(clients, name, where);
    return { name, ...where, ...rest };
}

async function readRest(clients: Clients, name: string, { exists, region, isInAccount }: Where) {
    if (isRead(exists) && !exists.read) {
        const missing = unread("the bucket does not exist");
        return { encryption: missing, policy: missing };
    }
    if (isRead(isInAccount) && !isInAccount.read) {
        const elsewhere = unread("the bucket belongs to another account");
        return { encryption: elsewhere, policy: elsewhere };
    }
    if (!isRead(region)) return { encryption: region, policy: region };
    const s3 = clients.s3(region.read);
    const [encryption, policy] = await Promise.all([
        askFor("s3:GetBucketEncryption", () => s3.send(new GetBucketEncryptionCommand({ Bucket: name }))),
        ask("s3:GetBucketPolicy", () => s3.send(new GetBucketPolicyCommand({ Bucket: name })), [
            "NoSuchBucketPolicy",
        ]),
    ]);
    return {
        encryption: map(encryption, ({ ServerSideEncryptionConfiguration }): Encryption => {
            const rule = ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault;
            return { algorithm: rule?.SSEAlgorithm ?? "AES256", keyId: rule?.KMSMasterKeyID };
        }),
        policy: map(policy, (answer) => answer?.Policy),
    };
}

/** Asks in the Region of the database, then where Amazon S3 says that the bucket is. */
async function locate(
    clients: Clients,
    Bucket: string,
    { account, region }: { account: string; region: string },
): Promise<Where> {
    const here = await head(clients, { Bucket, ExpectedBucketOwner: account }, region);
    const there = here.status === 301 ? here.region : undefined;
    const own = there ? await head(clients, { Bucket, ExpectedBucketOwner: account }, there) : here;
    const known = { exists: read(true), region: read(own.region ?? region) };
    if (own.status === 200) return { ...known, isInAccount: read(true) };
    if (own.status === 404) {
        const missing = unread("the bucket does not exist");
        return { exists: read(false), region: missing, isInAccount: missing };
    }
    if (own.status !== 403) return { exists: own.why!, region: own.why!, isInAccount: own.why! };
    // Whose it is makes the difference, or that the caller may not look into any.
    const anyOwner = await head(clients, { Bucket }, own.region ?? region);
    const isInAccount =
        anyOwner.status === 200 ? read(false) : unread("access denied", permissionOf["s3:HeadBucket"]);
    const whereabouts = own.region === undefined ? anyOwner.why! : read(own.region);
    return { exists: read(true), region: whereabouts, isInAccount };
}

interface Answer {
    status: number | undefined;
    region: string | undefined;
    why?: Unread;
}

async function head(
    clients: Clients,
    request: { Bucket: string; ExpectedBucketOwner?: string },
    region: string,
): Promise<Answer> {
    try {
        const { BucketRegion } = await clients.s3(region).send(new HeadBucketCommand(request));
        return { status: 200, region: BucketRegion ?? region };
    } catch (error) {
        const cause = error as AwsError & { $response?: { headers: Record<string, string> } };
        const status = cause.$metadata?.httpStatusCode;
        // The answer to HEAD has no body, so the SDK does not know the error's name.
        const denied = status === 403;
        const why = denied
            ? unread("access denied", permissionOf["s3:HeadBucket"])
            : whyUnread("s3:HeadBucket", cause);
        return { status, region: cause.$response?.headers["x-amz-bucket-region"], why };
    }
}

const enough = 5;

/** The first keys of the location: their names, never their content. */
export async function readObjects(
    clients: Clients,
    { bucket, key, direction }: Location,
    facts: BucketFacts,
): Promise<ObjectFacts> {
    if (direction === "export") return { found: read([]) };
    if (isRead(facts.exists) && !facts.exists.read) return { found: unread("the bucket does not exist") };
    const { region } = facts;
    if (!isRead(region)) return { found: region };
    const request = { Bucket: bucket, Prefix: key, MaxKeys: enough };
    const answer = await askFor("s3:ListObjectsV2", () =>
        clients.s3(region.read).send(new ListObjectsV2Command(request)),
    );
    return { found: map(answer, ({ Contents }) => (Contents ?? []).map(({ Key }) => ({ key: Key! }))) };
}
