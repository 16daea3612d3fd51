import type { Finding } from ".";

/** What a linter finds, and AWS wants. */
export const exceptions: (Partial<Finding> & { reason: string })[] = [
    {
        linter: "parliament",
        rule: "CREDENTIALS_EXPOSURE",
        kind: "trust",
        reason: "A trust policy allows sts:AssumeRole, which returns credentials. That is what it is for.",
    },
    {
        linter: "parliament",
        rule: "INVALID_SID",
        kind: "key",
        reason:
            "The default key policy of AWS has the Sid Enable IAM User Permissions, with spaces: " +
            "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
    },
];

export const isExcepted = (finding: Finding) => exceptions.some((exception) => covers(exception, finding));

export const covers = ({ linter, rule, kind }: Partial<Finding>, finding: Finding) =>
    finding.linter === linter && finding.rule === rule && finding.kind === kind;
