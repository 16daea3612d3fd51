import {
    CreatePolicyCommand,
    PutRolePermissionsBoundaryCommand,
    PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import type { CodeName } from "../../../doctor/codes";
import { type Account, allow, policy, type Setup, type Statement } from "../account";
import { postgresql, type Scenario } from "./scenario";

type Name = "import" | "export";

const statementsOf = (account: Account, name: Name): Statement[] =>
    name === "import" ? account.importStatements() : account.exportStatements();

function change(name: Name, how: (statement: Statement) => Statement | undefined) {
    return (account: Account) =>
        account.policy(
            name,
            statementsOf(account, name)
                .map(how)
                .filter((statement) => statement !== undefined),
        );
}

const without = (missing: string) => (statement: Statement) => {
    const Action = statement.Action.filter((action) => action !== missing);
    return Action.length > 0 ? { ...statement, Action } : undefined;
};

const missing = (setup: Setup, name: Name, actions: readonly string[]): Scenario[] =>
    actions.map((action) => ({
        what: `${setup.engine ?? "aurora-mysql"} may not ${action} for an ${name}`,
        setup,
        breaks: change(name, without(action)),
        codes: [codeOf(action)],
        isFixed: true,
    }));

function codeOf(action: string): CodeName {
    if (action.startsWith("kms:")) return "S3ACCESS042";
    return action === "s3:ListBucket" ? "S3ACCESS040" : "S3ACCESS041";
}

async function setBoundary({ aws, importRole }: Account, ...statements: object[]): Promise<void> {
    const boundary = { PolicyName: "boundary", PolicyDocument: policy(...statements) };
    const { Policy } = await aws.iam.send(new CreatePolicyCommand(boundary));
    await aws.iam.send(
        new PutRolePermissionsBoundaryCommand({
            RoleName: importRole.split("/")[1]!,
            PermissionsBoundary: Policy!.Arn!,
        }),
    );
}

const deny = ({ aws, importRole }: Account, Action: string[], Resource: string) =>
    aws.iam.send(
        new PutRolePolicyCommand({
            RoleName: importRole.split("/")[1]!,
            PolicyName: "deny",
            PolicyDocument: policy({ ...allow(Action, Resource), Effect: "Deny" }),
        }),
    );

/** What the policies of the role allow, and its boundary. */
export const policyScenarios: readonly Scenario[] = [
    ...missing({}, "import", ["s3:ListBucket", "s3:GetObject", "s3:GetObjectVersion"]),
    ...missing({}, "export", [
        "s3:ListBucket",
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:GetObject",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
        "kms:GenerateDataKey",
    ]),
    ...missing(postgresql, "import", ["s3:ListBucket", "s3:GetObject", "kms:Decrypt"]),
    // The key of an export is an argument of the SQL function, whatever the bucket has.
    ...missing(postgresql, "export", ["s3:AbortMultipartUpload", "s3:PutObject"]),
    {
        what: "aurora-mysql may not kms:Decrypt",
        breaks: async (account) => {
            await change("import", without("kms:Decrypt"))(account);
            await change("export", without("kms:Decrypt"))(account);
        },
        codes: ["S3ACCESS042"],
        isFixed: true,
    },
    {
        what: "the objects are allowed without /*",
        breaks: change("import", (statement) => ({
            ...statement,
            Resource: statement.Resource.replace("/*", ""),
        })),
        codes: ["S3ACCESS041"],
        isFixed: true,
    },
    {
        what: "the bucket is allowed with /* alone",
        breaks: change("import", (statement) => ({
            ...statement,
            Resource: statement.Resource.replace(/^(arn:aws:s3:::[^/]+)$/, "$1/*"),
        })),
        codes: ["S3ACCESS040"],
        isFixed: true,
    },
    {
        what: "another prefix is allowed",
        breaks: change("import", (statement) => ({
            ...statement,
            Resource: statement.Resource.replace("/*", "/archive/*"),
        })),
        codes: ["S3ACCESS041"],
        isFixed: true,
    },
    {
        what: "another bucket is allowed",
        breaks: change("import", (statement) => ({
            ...statement,
            Resource: statement.Resource.replace(":::raw", ":::row"),
        })),
        codes: ["S3ACCESS040", "S3ACCESS041"],
        isFixed: true,
    },
    {
        what: "another key is allowed",
        breaks: async (account) => {
            const key = await account.createKey();
            const other = (statement: Statement) => ({
                ...statement,
                Resource: statement.Resource.replace(account.key, key),
            });
            await change("import", other)(account);
            await change("export", other)(account);
        },
        codes: ["S3ACCESS042"],
        isFixed: true,
    },
    {
        what: "the boundary allows imports only",
        breaks: (account) => setBoundary(account, ...account.importStatements()),
        codes: ["S3ACCESS043"],
        isFixed: true,
    },
    {
        what: "the boundary does not allow the use of keys",
        breaks: (account) => setBoundary(account, allow(["s3:*"], "*")),
        codes: ["S3ACCESS043"],
        isFixed: true,
    },
    {
        what: "the boundary allows everything",
        breaks: (account) => setBoundary(account, allow(["*"], "*")),
        codes: [],
    },
    {
        what: "an inline policy denies to read objects",
        breaks: (account) => deny(account, ["s3:GetObject*"], account.arnOf(account.raw, "*")),
        codes: ["S3ACCESS044"],
    },
    {
        what: "an inline policy denies the key",
        breaks: (account) => deny(account, ["kms:*"], account.key),
        codes: ["S3ACCESS044"],
    },
    {
        what: "an inline policy denies something else",
        breaks: (account) => deny(account, ["s3:*"], account.arnOf("others", "*")),
        codes: [],
    },
];
