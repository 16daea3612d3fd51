import type { Known } from "../values/known";
import { Diagnostic, say, type Sentence } from "../values/message";

/** What the AWS provider tells of itself; undefined is not known. */
export interface ProviderFacts {
    readonly account?: string | undefined;
    readonly partition?: string | undefined;
}

/** What the mocks of a unit test must do. */
export const inUnitTests = {
    getCallerIdentity: say`In unit tests, let the mock of aws:index/getCallerIdentity:getCallerIdentity return { accountId: "123456789012" }.`,
    getPartition: say`In unit tests, let the mock of aws:index/getPartition:getPartition return { partition: "aws" }.`,
};

/** Answers that are missing: they would leave the trust policy without its condition, and ARNs without their partition. */
export function missingAnswers(inputs: Known, { account, partition }: ProviderFacts): Diagnostic[] {
    const missing: Sentence[] = [];
    if (account === undefined) {
        missing.push({
            rule: say`aws.getCallerIdentity must return accountId`,
            received: say`no value`,
            advice: inUnitTests.getCallerIdentity,
        });
    }
    if (partition === undefined) {
        missing.push({
            rule: say`aws.getPartition must return partition`,
            received: say`no value`,
            advice: inUnitTests.getPartition,
        });
    }
    return missing.map((sentence) => new Diagnostic(inputs, () => sentence));
}
