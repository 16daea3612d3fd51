import type { Known } from "../values/known";
import { say, type Report } from "../values/message";

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

/** An answer that is missing would leave the trust policy without its condition, and ARNs without their partition. */
export function checkAnswers(inputs: Known, { account, partition }: ProviderFacts, report: Report): void {
    if (account === undefined) {
        report(inputs, () => ({
            rule: say`aws.getCallerIdentity must return accountId`,
            received: say`no value`,
            advice: inUnitTests.getCallerIdentity,
        }));
    }
    if (partition === undefined) {
        report(inputs, () => ({
            rule: say`aws.getPartition must return partition`,
            received: say`no value`,
            advice: inUnitTests.getPartition,
        }));
    }
}
