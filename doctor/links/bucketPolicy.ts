import { bucketPolicyStatements } from "../../provider/policy/crossAccount";
import type { Judged } from "../access/requests";
import { isMoot } from "../access/requests";
import type { Chain } from "../chain";
import type { BucketFacts } from "../facts";
import { isRead } from "../facts";
import { aws } from "../fix/command";
import { shownStatement, withException, withStatements } from "../fix/documents";
import { objectsOf } from "../fix/grant";
import { bucketsOf } from "./bucket";
import { actionsOf, denied, deniedByResource, pass, requestsOf, tellUnknown, type Group } from "./groups";
import { Result, type CheckJudged } from "./result";

/** The bucket policy does not deny, and allows what a role of another account needs. */
export const checkBucketPolicy: CheckJudged = (chain, judged) => {
    const result = new Result(chain, "bucketPolicy");
    for (const [bucket, uses] of bucketsOf(chain)) {
        if (uses.every(isMoot)) continue;
        result.read(bucket.policy, `the bucket policy of ${bucket.name}`);
        const own = judged.filter(({ use, on }) => use.bucket === bucket && on !== "key");
        explicit(bucket, own, result);
        implicit(chain, bucket, own, result);
        tellUnknown(result, own, ["resource"], () => `the bucket policy of ${bucket.name}`);
        if (own.length > 0 && pass(own, ["resource"]) && isRead(bucket.policy))
            result.holds(
                bucket.policy.read === undefined
                    ? `The bucket ${bucket.name} has no bucket policy, and needs none.`
                    : `The bucket policy of ${bucket.name} does not deny the requests.`,
            );
    }
    return result;
};

const documentOf = ({ policy }: BucketFacts) => (isRead(policy) ? policy.read : undefined);

function explicit(bucket: BucketFacts, judged: readonly Judged[], result: Result): void {
    for (const { judged: group, denial, directions } of deniedByResource(judged)) {
        const { role } = group[0]!;
        const number = denial.by?.statement ?? 0;
        const policy = withException(documentOf(bucket), number, role.arn);
        result.finding("S3ACCESS055", {
            problem: `The bucket policy of ${bucket.name} denies ${actionsOf(group).join(", ")} to ${role.arn}.`,
            evidence: [
                ...requestsOf(group).map((request) => `It denies ${request}.`),
                shownStatement(documentOf(bucket), number),
            ],
            directions,
            commands: [put(bucket, policy)],
        });
    }
}

function implicit(chain: Chain, bucket: BucketFacts, judged: readonly Judged[], result: Result): void {
    const groups = denied(
        judged.filter(({ decision }) =>
            decision.denials.every(({ layer, kind }) => layer !== "resource" || kind === "implicit"),
        ),
        ({ layer }) => layer === "resource",
        ({ role }) => role.arn,
    );
    for (const group of groups) {
        const { role } = group.judged[0]!;
        const statements = statementsFor(chain, group);
        // Nothing to add where the engine supports no other account.
        if (statements.length === 0) continue;
        result.finding("S3ACCESS056", {
            problem: `The bucket policy of ${bucket.name}, which belongs to another account, does not allow ${actionsOf(group.judged).join(", ")} to ${role.arn}.`,
            evidence: requestsOf(group.judged).map((request) => `No statement allows ${request}.`),
            directions: group.directions,
            commands: [put(bucket, withStatements(documentOf(bucket), statements))],
            pulumi: "access.bucketPolicyStatements",
        });
    }
}

/** Those that the component returns for this access. */
function statementsFor(chain: Chain, { judged }: Group): object[] {
    const uses = judged.map(({ use, role }) => ({
        direction: use.direction,
        roleArn: role.arn,
        locations: [{ bucket: use.location.bucket, objects: objectsOf(chain, use) }],
    }));
    return bucketPolicyStatements(chain.engine, uses, chain.partition).map(
        ({ statement }) => JSON.parse(statement) as object,
    );
}

const put = ({ name }: BucketFacts, policy: string | undefined) =>
    policy === undefined ? undefined : aws("s3api put-bucket-policy", { bucket: name, policy });
