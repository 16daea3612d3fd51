import { isGone } from "../access/requests";
import type { Chain, Use } from "../chain";
import type { BucketFacts } from "../facts";
import { isRead } from "../facts";
import { aws } from "../fix/command";
import { Result, type CheckJudged } from "./result";

/** Each bucket exists, where the statement looks for it, and in an account that the engine supports. */
export const checkBucket: CheckJudged = (chain, judged) => {
    const result = new Result(chain, "bucket");
    for (const [bucket, uses] of bucketsOf(chain)) {
        const isThere = result.read(bucket.exists, `whether the bucket ${bucket.name} exists`);
        if (isThere === false) {
            gone(chain, bucket, uses, result);
            continue;
        }
        const region = result.read(bucket.region, `the Region of the bucket ${bucket.name}`);
        if (isThere && region !== undefined) result.holds(`The bucket ${bucket.name} exists in ${region}.`);
        if (region !== undefined) uses.forEach((use) => checkRegion(chain, use, region, result));
        const isAccountNeeded = judged.some(
            ({ use, decision }) =>
                use.bucket === bucket &&
                decision.unknowns.some(({ reasons }) =>
                    reasons.includes("the account of the resource is not known"),
                ),
        );
        checkAccount(bucket, uses, isAccountNeeded, result);
        if (uses.some((use) => !isEncryptionRead(use)))
            result.read(bucket.encryption, `the encryption of the bucket ${bucket.name}`);
    }
    for (const { bucket, location } of chain.uses)
        if (!bucket) result.cannotCheck(`the bucket ${location.bucket}`, "it was not read");
    return result;
};

export function bucketsOf({ uses }: Chain): Map<BucketFacts, Use[]> {
    const buckets = new Map<BucketFacts, Use[]>();
    for (const use of uses)
        if (use.bucket) buckets.set(use.bucket, [...(buckets.get(use.bucket) ?? []), use]);
    return buckets;
}

export { isGone };

const directionsOf = (uses: readonly Use[]) => [...new Set(uses.map(({ direction }) => direction))];

/** An import needs the keys of its objects, and not that of new ones. */
const isEncryptionRead = ({ direction, objects }: Use) =>
    direction === "import" &&
    objects !== undefined &&
    isRead(objects.found) &&
    objects.found.read.length > 0 &&
    objects.found.read.some(({ encryption }) => encryption && isRead(encryption));

function gone({ region }: Chain, { name }: BucketFacts, uses: readonly Use[], result: Result): void {
    result.finding("S3ACCESS050", {
        problem: `The bucket ${name} does not exist.`,
        evidence: [`Amazon S3 has no bucket ${name} (404).`],
        directions: directionsOf(uses),
        commands: [
            aws("s3api create-bucket", {
                bucket: name,
                region,
                "create-bucket-configuration":
                    region === "us-east-1" ? undefined : `LocationConstraint=${region}`,
            }),
        ],
    });
}

function checkRegion(chain: Chain, { location, direction }: Use, bucketRegion: string, result: Result): void {
    const { bucket } = location;
    const named = location.region;
    const evidence = [
        `The bucket ${bucket} is in ${bucketRegion}, and ${chain.database.identifier} in ${chain.region}.`,
    ];
    if (chain.engine === "aurora-postgresql") {
        if (bucketRegion === chain.region) return;
        if (direction === "export")
            result.finding("S3ACCESS052", {
                problem: `The bucket ${bucket} is not in the Region of ${chain.database.identifier}.`,
                evidence,
                directions: [direction],
            });
        else result.note(`The SQL statement must name the Region ${bucketRegion} for the bucket ${bucket}.`);
        return;
    }
    if ((named ?? chain.region) === bucketRegion) return;
    const uri = `s3-${bucketRegion}://${bucket}/${location.key}`;
    if (location.from === "policy") {
        result.note(`The SQL statement must name the Region of the bucket ${bucket}: ${uri}`);
        return;
    }
    result.finding("S3ACCESS051", {
        problem: `The URI names ${named ?? "no Region"}, but the bucket ${bucket} is in ${bucketRegion}.`,
        evidence,
        directions: [direction],
        fix: `Write the Region in the URI: ${uri}`,
    });
}

function checkAccount(
    bucket: BucketFacts,
    uses: readonly Use[],
    isAccountNeeded: boolean,
    result: Result,
): void {
    const isUnsupported = uses.filter(({ permissions }) => !permissions.otherAccounts);
    if (isAccountNeeded || isUnsupported.length > 0)
        result.read(bucket.isInAccount, `whether the bucket ${bucket.name} belongs to this account`);
    if (!isRead(bucket.isInAccount) || bucket.isInAccount.read || isUnsupported.length === 0) return;
    result.finding("S3ACCESS053", {
        problem: `The bucket ${bucket.name} belongs to another account.`,
        evidence: [`The account of the database does not own ${bucket.name}.`],
        directions: directionsOf(isUnsupported),
    });
}
