import fc from "fast-check";
import { clusterIdentifier, clusterName, parameterGroupName } from "./names";
import { groupDescription } from "./texts";

export const account = "123456789012";

/** That of the AWS provider, and others. */
export const ownRegion = "us-east-1";
export const otherRegions = ["eu-central-1", "us-west-2"];
const region = fc.constantFrom(ownRegion, ...otherRegions);

/** A cluster among those that are named. */
export interface Cluster {
    clusterIdentifier: string;
    name?: string;
    formerNames?: string[];
    region?: string;
}

const place = fc.record({ region }, { requiredKeys: [] });

/** Some clusters; a list of one cluster needs no name for it. */
export const clusters = fc
    .record({
        identifiers: fc.uniqueArray(clusterIdentifier, {
            minLength: 1,
            maxLength: 4,
            selector: (id) => id.toLowerCase(),
        }),
        names: fc.uniqueArray(clusterName, { minLength: 4, maxLength: 4 }),
        places: fc.array(place, { minLength: 4, maxLength: 4 }),
        isFirstNamed: fc.boolean(),
        isLastRenamed: fc.boolean(),
    })
    .map(({ identifiers, names, places, isFirstNamed, isLastRenamed }) =>
        identifiers.map((clusterIdentifier, i): Cluster => ({
            clusterIdentifier,
            ...places[i],
            ...((i > 0 || isFirstNamed) && { name: names[i]! }),
            ...(isLastRenamed && i === identifiers.length - 1 && { formerNames: ["former"] }),
        })),
    );

/** The ARN of a cluster, which RDS keeps in lowercase. */
export const clusterArn = ({ clusterIdentifier, region = ownRegion }: Cluster) =>
    `arn:aws:rds:${region}:${account}:cluster:${clusterIdentifier.toLowerCase()}`;

export const sourceArns = fc.uniqueArray(
    fc
        .tuple(
            fc.constantFrom("sales", "*", "eu-*", "eu-report?", "x"),
            fc.constantFrom("us-east-1", "eu-central-1", "*"),
        )
        .map(([clusterIdentifier, region]) => clusterArn({ clusterIdentifier, region })),
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
        region: fc.oneof({ weight: 3, arbitrary: fc.constant(ownRegion) }, { weight: 1, arbitrary: region }),
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
