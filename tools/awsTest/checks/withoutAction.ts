import { DeleteRolePolicyCommand, PutRolePolicyCommand, type IAMClient } from "@aws-sdk/client-iam";
import type { Engine } from "./check";

/** A statement that is tried again while one action of those that the role has is denied. */
export interface WithoutAction {
    engine: Engine;
    action: string;
    on: "bucket" | "objects";
    /** The title of the check. */
    title: string;
}

/** Granted as AWS documents it. Whether Aurora calls it, AWS does not say. */
export const withoutAction: WithoutAction[] = [
    { engine: "mysql", action: "s3:ListBucket", on: "bucket", title: "LOAD DATA FROM S3 FILE" },
    { engine: "mysql", action: "s3:ListBucket", on: "bucket", title: "LOAD DATA FROM S3 PREFIX" },
    { engine: "mysql", action: "s3:ListBucket", on: "bucket", title: "LOAD DATA FROM S3 MANIFEST" },
    { engine: "mysql", action: "s3:GetObjectVersion", on: "objects", title: "LOAD DATA FROM S3 FILE" },
    { engine: "mysql", action: "s3:ListBucket", on: "bucket", title: "SELECT INTO OUTFILE S3, OVERWRITE ON" },
    {
        engine: "mysql",
        action: "s3:DeleteObject",
        on: "objects",
        title: "SELECT INTO OUTFILE S3, OVERWRITE ON",
    },
    { engine: "mysql", action: "s3:GetObject", on: "objects", title: "SELECT INTO OUTFILE S3, OVERWRITE ON" },
    {
        engine: "mysql",
        action: "s3:ListMultipartUploadParts",
        on: "objects",
        title: "SELECT INTO OUTFILE S3, large",
    },
    { engine: "postgresql", action: "s3:ListBucket", on: "bucket", title: "aws_s3.table_import_from_s3" },
];

const PolicyName = "without-one-action";

/** Denies a role an action, and reading `sentinel`: once that fails, the policy has reached Amazon S3. */
export async function deny(
    iam: IAMClient,
    roleArn: string,
    { action, on }: Pick<WithoutAction, "action" | "on">,
    { bucket, sentinel }: { bucket: string; sentinel: string },
): Promise<void> {
    const arn = `arn:${roleArn.split(":")[1]}:s3:::${bucket}`;
    const statement = (Action: string, Resource: string) => ({ Effect: "Deny", Action, Resource });
    const Statement = [
        statement(action, on === "bucket" ? arn : `${arn}/*`),
        statement("s3:GetObject", `${arn}/${sentinel}`),
    ];
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement });
    await iam.send(new PutRolePolicyCommand({ RoleName: nameOf(roleArn), PolicyName, PolicyDocument }));
}

export async function allowAll(iam: IAMClient, roleArn: string): Promise<void> {
    await iam.send(new DeleteRolePolicyCommand({ RoleName: nameOf(roleArn), PolicyName }));
}

const nameOf = (roleArn: string) => roleArn.split("/").at(-1)!;
