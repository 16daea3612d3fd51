/** The documents as a careful user writes them: for what is given here, and no more. */

interface Location {
    bucket: string;
    objects?: string[];
    kmsKeyArn?: string;
}

const actions = {
    import: { objects: ["s3:GetObject", "s3:GetObjectVersion"], key: ["kms:Decrypt"] },
    export: {
        objects: [
            "s3:AbortMultipartUpload",
            "s3:DeleteObject",
            "s3:GetObject",
            "s3:ListMultipartUploadParts",
            "s3:PutObject",
        ],
        key: ["kms:Decrypt", "kms:GenerateDataKey"],
    },
};

type Direction = keyof typeof actions;

const allow = (Action: string[], Resource: string[]) => ({ Effect: "Allow", Action, Resource });
const policy = (Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

const bucketArn = ({ bucket }: Location, partition: string) => `arn:${partition}:s3:::${bucket}`;
const objectArns = (location: Location, partition: string) =>
    (location.objects ?? ["*"]).map((pattern) => `${bucketArn(location, partition)}/${pattern}`);
const keyArns = (locations: Location[]) => locations.flatMap(({ kmsKeyArn }) => kmsKeyArn ?? []);

export const s3Policy = (direction: Direction, locations: Location[], partition: string) =>
    policy([
        allow(
            ["s3:ListBucket"],
            locations.map((location) => bucketArn(location, partition)),
        ),
        allow(
            actions[direction].objects,
            locations.flatMap((location) => objectArns(location, partition)),
        ),
        allow(actions[direction].key, keyArns(locations)),
    ]);

export const trustPolicy = (account: string) =>
    policy([
        {
            Effect: "Allow",
            Principal: { Service: "rds.amazonaws.com" },
            Action: "sts:AssumeRole",
            Condition: { StringEqualsIfExists: { "aws:SourceAccount": account } },
        },
    ]);

const allowRole = (AWS: string, Action: string[], Resource: string[]) =>
    JSON.stringify({ Effect: "Allow", Principal: { AWS }, Action, Resource });

export const bucketStatements = (
    direction: Direction,
    locations: Location[],
    partition: string,
    roleArn: string,
) =>
    locations.flatMap((location) => {
        const arn = bucketArn(location, partition);
        return [
            allowRole(roleArn, actions[direction].objects, objectArns(location, partition)),
            allowRole(roleArn, ["s3:ListBucket"], [arn]),
        ].map((statement) => ({ bucketArn: arn, statement }));
    });

/** Of one key for both directions. */
export const keyStatements = (locations: Location[], roleArn: string) =>
    [...new Set(keyArns(locations))].map((keyArn) => ({
        keyArn,
        statement: allowRole(roleArn, actions.export.key, ["*"]),
    }));
