import { keyPolicyStatements } from "../../provider/policy/crossAccount";
import { neededKeys, encryptionsOf, type NeededKey } from "../access/encryption";
import { isGone, type Judged } from "../access/requests";
import type { Chain, Use } from "../chain";
import { isRead } from "../facts";
import { aws } from "../fix/command";
import { shownStatement, withException, withStatements } from "../fix/documents";
import { actionsOf, denied, deniedByResource, pass, requestsOf, tellUnknown } from "./groups";
import { Result, type CheckJudged } from "./result";

interface Needed {
    readonly key: NeededKey;
    readonly uses: readonly Use[];
}

/** Each key is enabled, known to the engine, and its policy or a grant lets the role use it. */
export const checkKey: CheckJudged = (chain, judged) => {
    const result = new Result(chain, "key");
    checkManagedKey(chain, result);
    for (const needed of keysOf(chain)) {
        const { key } = needed;
        if (key.isOptional) {
            optional(needed, judged, result);
            continue;
        }
        if (!checkState(chain, needed, result)) continue;
        const own = judged.filter((each) => each.key?.id === key.id);
        if (!key.isAwsManaged) checkPolicy(chain, needed, own, result);
    }
    return result;
};

function keysOf(chain: Chain): Needed[] {
    const found = new Map<string, { key: NeededKey; uses: Use[] }>();
    for (const use of chain.uses.filter((each) => !isGone(each))) {
        for (const key of neededKeys(chain, use)) {
            const name = JSON.stringify([key.id, key.isOptional]);
            const known = found.get(name) ?? { key, uses: [] };
            known.uses.push(use);
            found.set(name, known);
        }
    }
    return [...found.values()];
}

const directionsOf = (uses: readonly Use[]) => [...new Set(uses.map(({ direction }) => direction))];
const nameOf = ({ arn, id }: NeededKey) => arn ?? id;

/** Whether the policy of the key is worth a look. */
function checkState(chain: Chain, { key, uses }: Needed, result: Result): boolean {
    const directions = directionsOf(uses);
    const { facts } = key;
    if (!facts) {
        result.cannotCheck(`the KMS key ${nameOf(key)}`, "it was not read");
        return false;
    }
    const found = result.read(facts.key, `the KMS key ${key.id}`);
    if (isRead(facts.key) && found === undefined) {
        result.finding("S3ACCESS060", {
            problem: `The KMS key ${key.id} does not exist.`,
            evidence: [key.evidence, `AWS KMS has no key ${key.id}.`],
            directions,
        });
        return false;
    }
    if (found && found.state !== "Enabled") disabled(found.arn, found.state, key, directions, result);
    if (found?.manager === "AWS" && key.account !== chain.account && directions.includes("import")) {
        foreignManagedKey(key.evidence, result);
        return false;
    }
    if (
        found?.manager === "CUSTOMER" &&
        chain.rules.withoutCustomerKeys?.versions.test(chain.database.engineVersion)
    )
        result.finding("S3ACCESS063", {
            problem: `${chain.database.engineVersion} does not support the customer managed key ${nameOf(key)}.`,
            evidence: [
                key.evidence,
                `${chain.rules.withoutCustomerKeys.since} is the first version that does.`,
            ],
            directions,
        });
    if (found?.state === "Enabled") result.holds(`The KMS key ${found.arn} is enabled.`);
    return true;
}

function disabled(
    arn: string,
    state: string,
    key: NeededKey,
    directions: ReturnType<typeof directionsOf>,
    result: Result,
): void {
    const [, , , region] = arn.split(":");
    const options = { "key-id": arn, region };
    result.finding("S3ACCESS060", {
        problem: `The KMS key ${arn} is not enabled.`,
        evidence: [key.evidence, `The state of the key is ${state}.`],
        directions,
        commands: [
            state === "PendingDeletion" ? aws("kms cancel-key-deletion", options) : undefined,
            ["Disabled", "PendingDeletion"].includes(state) ? aws("kms enable-key", options) : undefined,
        ],
    });
}

/** A bucket of another account without a key of its own: objects are encrypted with the aws/s3 of that account. */
function checkManagedKey(chain: Chain, result: Result): void {
    for (const use of chain.uses.filter((each) => each.direction === "import" && !isGone(each))) {
        if (!use.bucket || !isRead(use.bucket.isInAccount) || use.bucket.isInAccount.read) continue;
        for (const { encryption, evidence } of encryptionsOf(chain, use)) {
            if (encryption.algorithm.startsWith("aws:kms") && encryption.keyId === undefined)
                foreignManagedKey(`${evidence} the AWS managed key.`, result);
        }
    }
}

const foreignManagedKey = (evidence: string, result: Result) =>
    result.finding("S3ACCESS064", {
        problem: "The objects are encrypted with the AWS managed key of another account.",
        evidence: [evidence],
        directions: ["import"],
    });

function checkPolicy(chain: Chain, { key }: Needed, judged: readonly Judged[], result: Result): void {
    const facts = key.facts!;
    result.read(facts.policy, `the key policy of ${nameOf(key)}`);
    const needsGrants = judged.some(({ decision }) =>
        decision.unknowns.some(({ reasons }) => reasons.includes("the grants of the key are not known")),
    );
    if (needsGrants) result.read(facts.grants, `the grants of ${nameOf(key)}`);
    explicit(key, judged, result);
    implicit(chain, key, judged, result);
    tellUnknown(result, judged, ["resource"], () => `the policy of the key ${nameOf(key)}`);
    if (judged.length > 0 && pass(judged, ["resource"]))
        result.holds(`The key policy of ${nameOf(key)} allows ${actionsOf(judged).join(", ")}.`);
}

const documentOf = ({ facts }: NeededKey) => (facts && isRead(facts.policy) ? facts.policy.read : undefined);

function explicit(key: NeededKey, judged: readonly Judged[], result: Result): void {
    for (const { judged: group, denial, directions } of deniedByResource(judged)) {
        const { role } = group[0]!;
        const number = denial.by?.statement ?? 0;
        result.finding("S3ACCESS062", {
            problem: `The key policy of ${nameOf(key)} denies ${actionsOf(group).join(", ")} to ${role.arn}.`,
            evidence: [key.evidence, shownStatement(documentOf(key), number)],
            directions,
            commands: [put(key, withException(documentOf(key), number, role.arn))],
        });
    }
}

function implicit(chain: Chain, key: NeededKey, judged: readonly Judged[], result: Result): void {
    const groups = denied(
        judged.filter(({ decision }) =>
            decision.denials.every(({ layer, kind }) => layer !== "resource" || kind === "implicit"),
        ),
        ({ layer }) => layer === "resource",
        ({ role }) => role.arn,
    );
    for (const { judged: group, directions } of groups) {
        const { role } = group[0]!;
        const added = keyPolicyStatements(
            group.map(({ use }) => ({
                direction: use.direction,
                roleArn: role.arn,
                locations: [{ bucket: use.location.bucket, kmsKeyArn: key.arn }],
            })),
            [],
        ).map(({ statement }) => JSON.parse(statement) as object);
        const isOther = key.account !== chain.account;
        result.finding("S3ACCESS061", {
            problem: `The key policy of ${nameOf(key)} does not allow ${actionsOf(group).join(", ")} to ${role.arn}.`,
            evidence: [
                key.evidence,
                ...requestsOf(group).map((request) => `No statement allows ${request}.`),
            ],
            directions,
            commands: [put(key, withStatements(documentOf(key), added))],
            pulumi: isOther ? "access.keyPolicyStatements" : undefined,
        });
    }
}

function put(key: NeededKey, policy: string | undefined): string | undefined {
    const region = key.arn?.split(":")[3];
    return policy === undefined
        ? undefined
        : aws("kms put-key-policy", { "key-id": nameOf(key), "policy-name": "default", policy, region });
}

/** PostgreSQL uses the key for exports only if the statement names it. */
function optional({ key }: Needed, judged: readonly Judged[], result: Result): void {
    const own = judged.filter((each) => each.key?.id === key.id && each.key.isOptional);
    const isFine = own.every(({ decision }) => decision.answer === "allowed");
    const state = key.facts && isRead(key.facts.key) ? key.facts.key.read?.state : undefined;
    result.note(
        `${key.evidence} An export uses this key only if the SQL statement passes it as kms_key.${
            isFine && (state === undefined || state === "Enabled") ? "" : " The role cannot use it now."
        }`,
    );
}
