import type { RoleFacts } from "../../../../doctor/facts";
import { inside, type Draft } from "../draft";
import {
    allowing,
    arnOf,
    bucketOf,
    isPostgresql,
    keyActions,
    keyOf,
    neededActions,
    policy,
    type Kind,
} from "../facts";
import { nothing, type Break, type Direction } from "./break";

interface Statement {
    Effect: string;
    Action: string | string[];
    Resource: string | string[];
}

/** Roles whose policies are written out, so that something can be missing. */
const isExact = ({ policies }: Kind) => policies === "attached" || policies === "inline";

function documentOf(role: Draft<RoleFacts>) {
    const [attached] = inside(role.attachedPolicies);
    const [inline] = inside(role.inlinePolicies);
    return (attached ?? inline)!;
}

/** Changes the statements of the role of a direction. */
const changing = (
    change: (statements: Statement[], kind: Kind, direction: Direction) => Statement[],
): Break["apply"] => {
    return ({ roles }, kind, direction) => {
        const role = roles.find(({ arn }) => arn === arnOf(kind, direction))!;
        const found = documentOf(role);
        const { Statement } = JSON.parse(inside(found.document)) as { Statement: Statement[] };
        found.document = { read: policy(...change(Statement, kind, direction)) };
    };
};

/** The statement about a bucket itself. */
const isListing = ({ Action, Resource }: Statement, direction: Direction) =>
    [Action].flat().includes("s3:ListBucket") && [Resource].flat().includes(bucketArn(direction));
const isOn = ({ Effect, Resource }: Statement, resource: string) =>
    Effect === "Allow" && [Resource].flat().includes(resource);
const objectsArn = (direction: Direction) =>
    `arn:aws:s3:::${bucketOf[direction]}/${direction === "import" ? "incoming/*" : "daily/*"}`;
const bucketArn = (direction: Direction) => `arn:aws:s3:::${bucketOf[direction]}`;

const objectActions = ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:AbortMultipartUpload"];
const moreActions = ["s3:DeleteObject", "s3:ListMultipartUploadParts"];

/** On Aurora, or as an import, the key of the bucket is always needed. */
export const needsKey = (kind: Kind, direction: Direction) =>
    (kind.encryption === "customer" || kind.encryption === "foreign") &&
    !(isPostgresql(kind) && direction === "export");

export const policyBreaks: readonly Break[] = [
    {
        name: "the action on the bucket is missing",
        place: "bucket statement",
        isFor: (kind, direction) => isExact(kind) && neededActions(kind, direction).bucket.length > 0,
        apply: changing((statements, _, direction) =>
            statements.filter((statement) => !isListing(statement, direction)),
        ),
        code: () => "S3ACCESS040",
        hides: nothing,
    },
    {
        name: "the bucket statement names the objects",
        place: "bucket statement",
        isFor: (kind, direction) => isExact(kind) && neededActions(kind, direction).bucket.length > 0,
        apply: changing((statements, _, direction) =>
            statements.map((statement) =>
                isListing(statement, direction)
                    ? { ...statement, Resource: `${bucketArn(direction)}/*` }
                    : statement,
            ),
        ),
        code: () => "S3ACCESS040",
        hides: nothing,
    },
    ...[...objectActions, ...moreActions].map((action): Break => ({
        name: `${action} is missing`,
        place: "object statement",
        isFor: (kind, direction) => isExact(kind) && neededActions(kind, direction).objects.includes(action),
        apply: changing((statements, _, direction) =>
            statements
                .map((statement) =>
                    isOn(statement, objectsArn(direction))
                        ? {
                              ...statement,
                              Action: [statement.Action].flat().filter((each) => each !== action),
                          }
                        : statement,
                )
                .filter(({ Action }) => Action.length > 0),
        ),
        code: () => "S3ACCESS041",
        hides: nothing,
    })),
    {
        name: "the objects are missing",
        place: "object statement",
        isFor: isExact,
        apply: changing((statements, _, direction) =>
            statements.map((statement) =>
                isOn(statement, objectsArn(direction))
                    ? { ...statement, Resource: bucketArn(direction) }
                    : statement,
            ),
        ),
        code: () => "S3ACCESS041",
        hides: nothing,
    },
    {
        name: "other objects are allowed",
        place: "object statement",
        isFor: (kind) => isExact(kind) && kind.from === "argument",
        apply: changing((statements, _, direction) =>
            statements.map((statement) =>
                isOn(statement, objectsArn(direction))
                    ? { ...statement, Resource: `${bucketArn(direction)}/other/*` }
                    : statement,
            ),
        ),
        code: () => "S3ACCESS041",
        hides: nothing,
    },
    ...["kms:Decrypt", "kms:GenerateDataKey"].map((action): Break => ({
        name: `${action} is missing`,
        place: "key statement",
        isFor: (kind, direction) =>
            isExact(kind) && needsKey(kind, direction) && keyActions(direction).includes(action),
        apply: changing((statements) =>
            statements
                .map((statement) => ({
                    ...statement,
                    Action: [statement.Action].flat().filter((each) => each !== action),
                }))
                .filter(({ Action }) => Action.length > 0),
        ),
        // In the account, a key policy or a grant for the role is enough.
        code: (kind) =>
            kind.encryption === "foreign" || kind.keyPolicy === "account" ? "S3ACCESS042" : undefined,
        hides: nothing,
    })),
    {
        name: "a policy of the role denies",
        place: "deny statement",
        isFor: isExact,
        apply: changing((statements, _, direction) => [
            ...statements,
            {
                ...allowing("s3:*", [bucketArn(direction), `${bucketArn(direction)}/*`]),
                Effect: "Deny",
            } as Statement,
        ]),
        code: () => "S3ACCESS044",
        hides: (code) => code === "S3ACCESS040" || code === "S3ACCESS041" || code === "S3ACCESS022",
    },
    {
        name: "the boundary is too narrow",
        place: "boundary",
        isFor: ({ boundary }) => boundary,
        apply: ({ roles }, kind, direction) => {
            const role = inside(roles.find(({ arn }) => arn === arnOf(kind, direction))!.role)!;
            role.boundary!.document = { read: policy(allowing(["s3:ListBucket", "kms:*"], "*")) };
        },
        code: () => "S3ACCESS043",
        hides: nothing,
    },
    {
        name: "the boundary denies the objects",
        place: "boundary",
        isFor: ({ boundary }) => boundary,
        apply: ({ roles }, kind, direction) => {
            const role = inside(roles.find(({ arn }) => arn === arnOf(kind, direction))!.role)!;
            const denied = {
                ...allowing("s3:*", `${bucketArn(direction)}/${keyOf[direction]}*`),
                Effect: "Deny",
            };
            const prefix = { ...allowing("s3:*", objectsArn(direction)), Effect: "Deny" };
            role.boundary!.document = { read: policy(allowing("*", "*"), denied, prefix) };
        },
        code: () => "S3ACCESS044",
        hides: nothing,
    },
];
