import fc from "fast-check";
import { clusterIdentifier, clusterName, parameterGroupName } from "./names";
import { groupDescription } from "./texts";

export const account = "123456789012";

/** Some clusters; a list of one cluster needs no name for it. */
export const clusters = fc
    .tuple(
        fc.uniqueArray(clusterIdentifier, { minLength: 1, maxLength: 4, selector: (id) => id.toLowerCase() }),
        fc.uniqueArray(clusterName, { minLength: 4, maxLength: 4 }),
        fc.boolean(),
    )
    .map(([identifiers, names, isFirstNamed]) =>
        identifiers.map((identifier, i) => ({
            clusterIdentifier: identifier,
            ...((i > 0 || isFirstNamed) && { name: names[i] }),
        })),
    );

/** The ARN of a cluster, which RDS keeps in lowercase. */
export const clusterArn = (identifier: string, region = "us-east-1") =>
    `arn:aws:rds:${region}:${account}:cluster:${identifier.toLowerCase()}`;

export const sourceArns = fc.uniqueArray(
    fc
        .tuple(
            fc.constantFrom("sales", "*", "eu-*", "eu-report?", "x"),
            fc.constantFrom("us-east-1", "eu-central-1", "*"),
        )
        .map(([identifier, region]) => clusterArn(identifier, region)),
    { minLength: 1, maxLength: 4 },
);

const setting = fc.record(
    {
        name: fc.oneof(
            fc.constantFrom("time_zone", "server_audit_logging", "max_connections"),
            fc.integer({ min: 0, max: 99 }).map((i) => `parameter_${i}`),
        ),
        value: fc.constantFrom("1", "UTC", "0", "{DBInstanceClassMemory/12582880}", "a b"),
        applyMethod: fc.constantFrom("immediate", "pending-reboot"),
    },
    { requiredKeys: ["name", "value"] },
);
const settingsOf = (minLength: number, maxLength: number) =>
    fc.uniqueArray(setting, { minLength, maxLength, selector: ({ name }) => name });

export const parameterGroup = fc.record(
    {
        family: fc.constantFrom("aurora-mysql8.0", "aurora-mysql5.7", "aurora-mysql8.4"),
        name: parameterGroupName,
        description: groupDescription,
        // RDS takes 20 in one call.
        parameters: fc.oneof(
            { weight: 4, arbitrary: settingsOf(1, 4) },
            { weight: 1, arbitrary: settingsOf(19, 30) },
        ),
    },
    { requiredKeys: [] },
);

const mysqlVersions = [
    ...["8.0.mysql_aurora.3.10.0", "8.0.mysql_aurora.3.04.2", "8.0.mysql_aurora", "8.0.32", "8.0"],
    ...["5.7.mysql_aurora.2.12.5", "5.7.mysql_aurora.2", "5.7.12", "5.7"],
    ...["8.4.mysql_aurora.8.4.7", "8.4.8", "8.4"],
];
const postgresqlVersions = ["16.4", "11", "10.14", "17.11.1", "16.6-R2"];

export const isMysqlVersion = (version: unknown) => mysqlVersions.includes(String(version));
export const isPostgresqlVersion = (version: unknown) => postgresqlVersions.includes(String(version));
export const engineVersion = fc.constantFrom(...mysqlVersions, ...postgresqlVersions);
