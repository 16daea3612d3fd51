import type { Chain, Use } from "../chain";
import type { Encryption, Fact, KeyFacts } from "../facts";
import { isRead } from "../facts";
import { keysOf } from "./requests";

/** A KMS key that the statement needs. */
export interface NeededKey {
    /** As S3 names it. */
    readonly id: string;
    readonly facts: KeyFacts | undefined;
    /** Undefined if S3 names an alias or an ID, and the key was not read. */
    readonly arn: string | undefined;
    readonly account: string | undefined;
    /** Of aws/s3, whose policy allows everyone of its account. */
    readonly isAwsManaged: boolean;
    /** PostgreSQL encrypts exports with the AWS managed key, unless the statement names this one. */
    readonly isOptional: boolean;
    /** Why it is needed, as a sentence. */
    readonly evidence: string;
}

/** How the objects are encrypted: those that are read, if that is known, otherwise new ones. */
export function encryptionsOf(chain: Chain, use: Use): { encryption: Encryption; evidence: string }[] {
    const keys = keysOf(chain, use);
    const found = use.objects && isRead(use.objects.found) ? use.objects.found.read : [];
    const known = found
        .filter(({ key }) => use.direction === "import" && keys.includes(key))
        .flatMap(({ key, encryption }) =>
            encryption && isRead(encryption)
                ? [{ encryption: encryption.read, evidence: `The object ${key} is encrypted with` }]
                : [],
        );
    if (known.length > 0) return known;
    const ofBucket: Fact<Encryption> | undefined = use.bucket?.encryption;
    if (!ofBucket || !isRead(ofBucket)) return [];
    const evidence = `New objects of the bucket ${use.location.bucket} are encrypted with`;
    return [{ encryption: ofBucket.read, evidence }];
}

export function neededKeys(chain: Chain, use: Use): NeededKey[] {
    const keys = encryptionsOf(chain, use).flatMap(({ encryption: { algorithm, keyId }, evidence }) => {
        if (!algorithm.startsWith("aws:kms") || keyId === undefined || keyId.endsWith("alias/aws/s3"))
            return [];
        const facts = chain.facts.keys.find(({ id }) => id === keyId);
        const found = facts && isRead(facts.key) ? facts.key.read : undefined;
        const arn = found?.arn ?? (/^arn:[^:]+:kms:[^:]+:\d+:key\//.test(keyId) ? keyId : undefined);
        const isOptional = chain.engine === "aurora-postgresql" && use.direction === "export";
        const key = { id: keyId, facts, arn, account: arn?.split(":")[4], isOptional };
        return [{ ...key, isAwsManaged: found?.manager === "AWS", evidence: `${evidence} ${arn ?? keyId}.` }];
    });
    return [...new Map(keys.map((each) => [each.arn ?? each.id, each])).values()];
}
