import { needs } from "../../unit/policy/access";
import type { Configuration } from "../inputs/configurations";
import { account } from "../inputs/clusters";
import { nothing } from "./poisons";

/** What is to be granted, as actions on resources: by the purpose of the policy, and the direction of its role where it has one. */
export type Grants = Record<string, string[]>;

/** Inputs that cannot be meant, so that nothing may be granted for them. */
export class NotGrantable extends Error {}

/**
 * Reads from the inputs what is to be granted, from the documentation of AWS and without the code that is tested. Wildcards stand in
 * resources exactly where they stand in objects, and for every bucket. `partition` is a pattern: without a provider any is right.
 */
export function meant(inputs: Configuration, partition = "aws"): Grants {
    if (holdsNothing(inputs)) throw new NotGrantable("a value without a meaning");
    const engine = (inputs.engine ?? "aurora-mysql") as keyof typeof needs;
    if (!Object.hasOwn(needs, engine)) throw new NotGrantable(`engine ${engine}`);
    const of = (direction: "import" | "export", list: unknown) =>
        listOf(list).flatMap((location) => grantsOf(location, needs[engine][direction], partition));
    const grants: Grants = {
        ...(inputs.importFrom !== undefined && { import: of("import", inputs.importFrom) }),
        ...(inputs.exportTo !== undefined && { export: of("export", inputs.exportTo) }),
        ...(inputs.kmsKeys !== undefined && keyGrants(inputs, engine === "aurora-postgresql", partition)),
    };
    return Object.fromEntries(
        Object.entries(grants)
            .map(([purpose, pairs]) => [purpose, [...new Set(pairs)].sort()] as const)
            .filter(([, pairs]) => pairs.length > 0),
    );
}

const holdsNothing = (value: unknown): boolean =>
    value === nothing ||
    (typeof value === "object" && value !== null && Object.values(value).some(holdsNothing));

const onEach = (actions: readonly string[], resources: readonly string[]) =>
    resources.flatMap((resource) => actions.map((action) => `${action} ${resource}`));

function grantsOf(
    location: unknown,
    { bucket, objects, key }: (typeof needs)["aurora-mysql"]["import"],
    partition: string,
): string[] {
    const given = objectOf(location, ["bucket", "objects", "kmsKeyArn"]);
    const arn = bucketArn(given.bucket, partition);
    const patterns = given.objects === undefined ? ["*"] : listOf(given.objects).map(patternOf);
    if (given.bucket === "*" && given.objects !== undefined)
        throw new NotGrantable("objects of every bucket");
    const keys = given.kmsKeyArn === undefined ? [] : [keyArn(given.kmsKeyArn, partition)];
    return [
        ...onEach(bucket, [arn]),
        ...onEach(
            objects,
            patterns.map((pattern) => `${arn}/${pattern}`),
        ),
        ...onEach(key, keys),
    ];
}

/** On Aurora PostgreSQL each direction has a role of its own. */
function keyGrants(inputs: Configuration, isByDirection: boolean, partition: string): Grants {
    const keys = listOf(inputs.kmsKeys).map((each) => {
        const { keyArn: arn, forExport } = objectOf(each, ["keyArn", "forExport"]);
        if (forExport !== undefined && typeof forExport !== "boolean") throw new NotGrantable("forExport");
        return { arn: keyArn(arn, partition), forExport: forExport === true };
    });
    const decrypted = keys.flatMap(({ arn }) => onEach(["kms:Decrypt"], [arn]));
    const encrypted = keys
        .filter(({ forExport }) => forExport)
        .flatMap(({ arn }) => onEach(["kms:Decrypt", "kms:GenerateDataKey"], [arn]));
    if (!isByDirection) return { kms: [...decrypted, ...encrypted] };
    const isImported = inputs.importFrom !== undefined || inputs.predefinedPolicy !== undefined;
    return { ...(isImported && { "kms-import": decrypted }), "kms-export": encrypted };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, also for buckets older than the rules. */
function bucketArn(bucket: unknown, partition: string): string {
    const form = new RegExp(`^(arn:${partition}:s3:::)?([A-Za-z0-9._-]{3,255})$`);
    const [, start = "arn:aws:s3:::", name] = form.exec(textOf(bucket)) ?? [];
    if (bucket === "*") return "arn:aws:s3:::*";
    if (name === undefined) throw new NotGrantable(`bucket ${JSON.stringify(bucket)}`);
    return start + name;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
function patternOf(pattern: unknown): string {
    const text = textOf(pattern);
    const withoutEscapes = text.split("${*}").join("").split("${?}").join("").split("${$}").join("$");
    const isInDocument = [...text].every(
        (each) => "\t\n\r".includes(each) || (each >= " " && each <= "\u00ff"),
    );
    // An escaped $ before a brace starts no variable.
    const variable = text.split("${$}").some((part) => /\$\{(?![*?]\})/.test(part));
    if (text === "" || !isInDocument || variable || Buffer.byteLength(withoutEscapes) > 1024 + 1024)
        throw new NotGrantable(`objects ${JSON.stringify(text.slice(0, 100))}`);
    return text;
}

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html */
function keyArn(arn: unknown, partition: string): string {
    const form = new RegExp(`^arn:${partition}:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$`);
    if (!form.test(textOf(arn))) throw new NotGrantable(`key ${JSON.stringify(arn)}`);
    return arn as string;
}

/** The conditions of the trust policy, unless the role exists: by operator, condition key and value. */
export function meantTrust(inputs: Configuration): string[] {
    const mode = inputs.sourceConditions ?? (inputs.engine === "aurora-postgresql" ? "Required" : "IfExists");
    if (mode === "None") return [];
    const suffix = mode === "IfExists" ? "IfExists" : "";
    const source = inputs.sourceAccount === undefined ? account : textOf(inputs.sourceAccount);
    const arns = inputs.sourceArns === undefined ? [] : listOf(inputs.sourceArns).map(textOf);
    return [
        `StringEquals${suffix} aws:SourceAccount ${source}`,
        ...[...new Set(arns)].map((arn) => `ArnLike${suffix} aws:SourceArn ${arn}`),
    ].sort();
}

function textOf(value: unknown): string {
    if (typeof value !== "string") throw new NotGrantable(`no string: ${typeof value}`);
    return value;
}

function listOf(value: unknown): unknown[] {
    if (!Array.isArray(value) || value.length === 0) throw new NotGrantable("no list with items");
    return value as unknown[];
}

function objectOf(value: unknown, names: readonly string[]): Record<string, unknown> {
    if (typeof value !== "object" || value === null || Array.isArray(value))
        throw new NotGrantable("no object");
    const unknown = Object.keys(value).filter((name) => !names.includes(name));
    if (unknown.length > 0) throw new NotGrantable(`properties ${unknown.join()}`.slice(0, 100));
    return value as Record<string, unknown>;
}
