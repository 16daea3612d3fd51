import type { AuroraS3Access } from "../../../provider";

/** What the stacks deploy whose states are kept of roles that exist: a policy of AWS for Aurora PostgreSQL. Leave it as it is. */
export const existingRole = (Component: typeof AuroraS3Access) => () => {
    const reads = new Component("reads", {
        engine: "aurora-postgresql",
        predefinedPolicy: "AmazonS3ReadOnlyAccess",
        existingRoleArn: "arn:aws:iam::123456789012:role/loader",
    });
    return { role: reads.roleArn };
};
