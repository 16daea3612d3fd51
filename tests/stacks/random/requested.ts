import type { Configuration } from "../../support/inputs/configurations";
import { isMatch } from "./objectKeys";

/*
 * What a configuration requests, straight from it and from AWS's pages: nothing of the product's is used here.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.S3CreatePolicy.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.KMSCreatePolicy.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.ARNRole.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/postgresql-s3-export-access-bucket.html
 */
export type Direction = "import" | "export";
type Engine = "aurora-mysql" | "aurora-postgresql";

const onBucket: Record<Engine, Record<Direction, string>> = {
    "aurora-mysql": { import: "s3:ListBucket", export: "s3:ListBucket" },
    "aurora-postgresql": { import: "s3:ListBucket", export: "" },
};
const onObjects: Record<Engine, Record<Direction, string>> = {
    "aurora-mysql": {
        import: "s3:GetObject s3:GetObjectVersion",
        export: "s3:AbortMultipartUpload s3:DeleteObject s3:GetObject s3:ListMultipartUploadParts s3:PutObject",
    },
    "aurora-postgresql": { import: "s3:GetObject", export: "s3:AbortMultipartUpload s3:PutObject" },
};
const onKey: Record<Direction, string> = { import: "kms:Decrypt", export: "kms:Decrypt kms:GenerateDataKey" };

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-iam-awsmanpol.html */
const managed: Record<string, RegExp> = {
    AmazonS3ReadOnlyAccess: /^s3(-object-lambda)?:(Get|List)|^s3:Describe/,
    AmazonS3FullAccess: /^s3(-object-lambda)?:/,
};

/** Whether a role is to be able to do something. */
export type IsRequested = (action: string, resource: string) => boolean;

export interface RequestedRole {
    directions: Direction[];
    featureName: string | undefined;
    isRequested: IsRequested;
}

interface Location {
    bucket: string;
    objects?: string[];
    kmsKeyArn?: string;
}

/** The roles that are to be there: one, or one for each direction of Aurora PostgreSQL. */
export function requestedRoles(configuration: Configuration): RequestedRole[] {
    const directions = directionsOf(configuration);
    if (engineOf(configuration) === "aurora-mysql") {
        return [{ directions, featureName: undefined, isRequested: requestedBy(configuration, directions) }];
    }
    return directions.map((direction) => ({
        directions: [direction],
        featureName: direction === "import" ? "s3Import" : "s3Export",
        isRequested: requestedBy(configuration, [direction]),
    }));
}

export const engineOf = ({ engine = "aurora-mysql" }: Configuration) => engine as Engine;

export function directionsOf({ importFrom, exportTo, predefinedPolicy }: Configuration): Direction[] {
    const imports = importFrom !== undefined || predefinedPolicy !== undefined;
    const exports = exportTo !== undefined || predefinedPolicy === "AmazonS3FullAccess";
    return [...(imports ? ["import" as const] : []), ...(exports ? ["export" as const] : [])];
}

function requestedBy(configuration: Configuration, directions: Direction[]): IsRequested {
    const engine = engineOf(configuration);
    const { predefinedPolicy } = configuration;
    const tests: IsRequested[] = directions.flatMap((direction) => {
        const list = configuration[direction === "import" ? "importFrom" : "exportTo"];
        return ((list ?? []) as Location[]).map((location) => ofLocation(location, engine, direction));
    });
    if (typeof predefinedPolicy === "string") tests.push((action) => managed[predefinedPolicy]!.test(action));
    const keys = (configuration.kmsKeys ?? []) as { keyArn: string; forExport?: boolean }[];
    for (const { keyArn, forExport = false } of keys) {
        const uses = forExport && directionUses(engine, directions, "export") ? "export" : "import";
        if (forExport || directionUses(engine, directions, "import"))
            tests.push((action, resource) => resource === keyArn && includes(onKey[uses], action));
    }
    return (action, resource) => tests.some((isRequested) => isRequested(action, resource));
}

/** The one role of Aurora MySQL uses every key in the way that it is for. */
const directionUses = (engine: Engine, directions: Direction[], direction: Direction) =>
    engine === "aurora-mysql" || directions.includes(direction);

function ofLocation(
    { bucket, objects = ["*"], kmsKeyArn }: Location,
    engine: Engine,
    direction: Direction,
): IsRequested {
    const name = bucket.replace(/^arn:aws:s3:::/, "");
    const isBucket = (other: string) => name === "*" || name === other;
    return (action, resource) => {
        if (resource === kmsKeyArn) return includes(onKey[direction], action);
        const [, other, key] = /^arn:aws:s3:::([^/]+)(?:\/(.*))?$/s.exec(resource) ?? [];
        if (other === undefined || !isBucket(other)) return false;
        if (key === undefined) return includes(onBucket[engine][direction], action);
        return (
            includes(onObjects[engine][direction], action) && objects.some((pattern) => isMatch(pattern, key))
        );
    };
}

const includes = (actions: string, action: string) => actions.split(" ").includes(action);

/** What a permissions boundary leaves of it. The tests create those that are not AWS's. */
export const boundaries: Record<string, { document?: object; leaves: IsRequested }> = {
    "arn:aws:iam::aws:policy/AmazonS3FullAccess": {
        leaves: (action) => managed.AmazonS3FullAccess!.test(action),
    },
    "arn:aws:iam::123456789012:policy/bounds/only-reads": {
        document: { Effect: "Allow", Action: ["s3:Get*", "s3:List*", "kms:Decrypt"], Resource: "*" },
        leaves: (action) => /^s3:(Get|List)|^kms:Decrypt$/.test(action),
    },
    "arn:aws:iam::123456789012:policy/everything": {
        document: { Effect: "Allow", Action: "*", Resource: "*" },
        leaves: () => true,
    },
};
