import { inside } from "../draft";
import { arnOf, databaseArn, isPostgresql, lambdaRole, roleArn, type Kind } from "../facts";
import { always, nothing, ofAccess, ofRole, type Break, type Direction } from "./break";

const featureOf = (direction: Direction) => (direction === "import" ? "s3Import" : "s3Export");

/** The association that the direction uses. */
const isOf =
    (kind: Kind, direction: Direction) => (each: { roleArn: string; featureName?: string | undefined }) =>
        isPostgresql(kind)
            ? each.featureName === featureOf(direction)
            : each.roleArn === arnOf(kind, direction);

const withStatus = (status: string, code: string, hides: Break["hides"]): Break => ({
    name: `the association is ${status}`,
    place: "association",
    isFor: always,
    apply: ({ database }, kind, direction) => {
        inside(database)!.associatedRoles.find(isOf(kind, direction))!.status = status;
    },
    code: () => code,
    hides,
});

export const associationBreaks: readonly Break[] = [
    {
        name: "the role is not associated",
        place: "association",
        isFor: always,
        apply: ({ database }, kind, direction) => {
            const read = inside(database)!;
            read.associatedRoles = read.associatedRoles.filter((each) => !isOf(kind, direction)(each));
        },
        code: (kind) =>
            isPostgresql(kind) && (kind.otherRoles > 0 || kind.directions.length > 1)
                ? "S3ACCESS013"
                : "S3ACCESS010",
        // PostgreSQL finds the role by its association alone, and without it no role is better than the one that a parameter names.
        hides: (code) => ofRole(code) || code === "S3ACCESS022",
    },
    {
        name: "the role has another feature name",
        place: "association",
        isFor: isPostgresql,
        apply: ({ database }, kind, direction) => {
            inside(database)!.associatedRoles.find(isOf(kind, direction))!.featureName = "SageMaker";
        },
        code: () => "S3ACCESS013",
        hides: ofRole,
    },
    withStatus("PENDING", "S3ACCESS011", nothing),
    withStatus("INVALID", "S3ACCESS012", nothing),
    {
        name: "the version is too old",
        place: "version",
        isFor: isPostgresql,
        apply: ({ database }) => {
            inside(database)!.engineVersion = "10.6";
        },
        code: () => "S3ACCESS001",
        hides: always,
    },
];

const parameterOf = ({ engine }: Kind, direction: Direction) => {
    if (engine !== "mysql2") return "aws_default_s3_role";
    return direction === "import" ? "aurora_load_from_s3_role" : "aurora_select_into_s3_role";
};

const isMysql = (kind: Kind) => !isPostgresql(kind);

const withParameter = (value: (kind: Kind, direction: Direction) => string | undefined): Break["apply"] => {
    return ({ parameters }, kind, direction) => {
        const name = parameterOf(kind, direction);
        inside(parameters).find((each) => each.name === name)!.value = value(kind, direction);
    };
};

/** Where the right role has no access either, or it cannot be read, the role that is named is as good as any. */
function isNoneRight(others: readonly Break[]): boolean {
    const places = others.map(({ place }) => place);
    return (
        (places.includes("bucket statement") && places.includes("object statement")) ||
        others.some(({ needs, name }) => needs !== undefined || /does not exist|is gone/.test(name))
    );
}

export const parameterBreaks: readonly Break[] = [
    {
        name: "the parameter is empty",
        place: "parameter",
        isFor: isMysql,
        apply: withParameter(() => ""),
        code: () => "S3ACCESS021",
        hides: ofRole,
    },
    {
        name: "the cluster has the default group",
        place: "parameter",
        isFor: isMysql,
        apply: (facts) => {
            inside(facts.database)!.parameterGroup = "default.aurora-mysql8.0";
            inside(facts.parameters).forEach((each) => (each.value = undefined));
        },
        code: () => "S3ACCESS020",
        hides: ofRole,
    },
    {
        name: "the parameter names another associated role",
        place: "parameter",
        isFor: isMysql,
        apply: (facts, kind, direction) => {
            const other = roleArn("another");
            facts.roles.push(lambdaRole(other) as (typeof facts.roles)[number]);
            inside(facts.database)!.associatedRoles.push({
                roleArn: other,
                featureName: "",
                status: "ACTIVE",
            });
            withParameter(() => other)(facts, kind, direction);
        },
        code: () => "S3ACCESS022",
        // Without the right role among the associated ones, the other one is all that there is.
        consequences: () => ["S3ACCESS040", "S3ACCESS041", "S3ACCESS042", "S3ACCESS056", "S3ACCESS061"],
        isLostIn: isNoneRight,
        hides: (code) => code === "S3ACCESS010",
    },
    {
        name: "the parameter names another role that is not associated",
        place: "parameter",
        isFor: isMysql,
        apply: (facts, kind, direction) => {
            const other = roleArn("another");
            facts.roles.push(lambdaRole(other) as (typeof facts.roles)[number]);
            withParameter(() => other)(facts, kind, direction);
        },
        code: () => "S3ACCESS022",
        consequences: () => [
            ...["S3ACCESS010", "S3ACCESS040", "S3ACCESS041", "S3ACCESS042", "S3ACCESS056", "S3ACCESS061"],
        ],
        isLostIn: isNoneRight,
        hides: nothing,
    },
    {
        name: "the parameter is a name",
        place: "parameter",
        isFor: isMysql,
        apply: withParameter(() => "sales"),
        code: () => "S3ACCESS024",
        hides: ofRole,
    },
    {
        name: "an instance awaits a reboot",
        place: "members",
        isFor: isMysql,
        apply: ({ database }) => {
            inside(database)!.members[1]!.parameterGroupStatus = "pending-reboot";
        },
        code: () => "S3ACCESS023",
        hides: nothing,
    },
];

const trusting = (statement: object): Break["apply"] => {
    return ({ roles }, kind, direction) => {
        const role = roles.find(({ arn }) => arn === arnOf(kind, direction))!;
        inside(role.role)!.trustPolicy = JSON.stringify({ Version: "2012-10-17", Statement: statement });
    };
};

const rds = { Effect: "Allow", Principal: { Service: "rds.amazonaws.com" }, Action: "sts:AssumeRole" };

const withTrust = (name: string, code: string, statement: (kind: Kind) => object): Break => ({
    name: `the trust policy is ${name}`,
    place: "trust",
    isFor: always,
    apply: (facts, kind, direction) => trusting(statement(kind))(facts, kind, direction),
    code: () => code,
    // INVALID follows from it.
    hides: (each) => each === "S3ACCESS012",
});

export const trustBreaks: readonly Break[] = [
    {
        name: "the role does not exist",
        isLast: true,
        place: "trust",
        isFor: always,
        apply: ({ roles }, kind, direction) => {
            const role = roles.find(({ arn }) => arn === arnOf(kind, direction))!;
            role.role = { read: undefined };
            role.attachedPolicies = { read: [] };
            role.inlinePolicies = { read: [] };
        },
        code: () => "S3ACCESS030",
        hides: (code) => code === "S3ACCESS012" || code === "S3ACCESS022" || ofAccess(code),
    },
    withTrust("for another service", "S3ACCESS031", () => ({
        ...rds,
        Principal: { Service: "ec2.amazonaws.com" },
    })),
    withTrust("for another action", "S3ACCESS031", () => ({ ...rds, Action: "sts:TagSession" })),
    withTrust("for another account", "S3ACCESS032", () => ({
        ...rds,
        Condition: { StringEquals: { "aws:SourceAccount": "999999999999" } },
    })),
    withTrust("for another cluster", "S3ACCESS032", (kind) => ({
        ...rds,
        Condition: { ArnLike: { "aws:SourceArn": `${databaseArn(kind)}-2` } },
    })),
    withTrust("for an external ID", "S3ACCESS032", () => ({
        ...rds,
        Condition: { StringEquals: { "sts:ExternalId": "1" } },
    })),
    {
        ...withTrust("for another cluster, if it is sent", "S3ACCESS032", (kind) => ({
            ...rds,
            Condition: { ArnLikeIfExists: { "aws:SourceArn": `${databaseArn(kind)}-2` } },
        })),
        // AWS does not document whether RDS sends it for MySQL.
        isFor: isPostgresql,
    },
    {
        ...withTrust("for another cluster, if it is sent for MySQL", "", (kind) => ({
            ...rds,
            Condition: { ArnLikeIfExists: { "aws:SourceArn": `${databaseArn(kind)}-2` } },
        })),
        isFor: isMysql,
        code: () => undefined,
        // Where RDS says that it cannot assume the role, this is why.
        consequences: () => ["S3ACCESS032"],
    },
    {
        ...withTrust("for an organization", "", () => ({
            ...rds,
            Condition: { StringEquals: { "aws:SourceOrgID": "o-1" } },
        })),
        code: () => undefined,
        hides: nothing,
    },
    withTrust("a Deny", "S3ACCESS033", () => ({ ...rds, Effect: "Deny" })),
];
