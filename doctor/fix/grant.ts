import { bucketArn, objectArn } from "../../provider/policy/arn";
import { allow, policyDocument } from "../../provider/policy/document";
import type { Judged } from "../access/requests";
import type { Chain, Use } from "../chain";
import type { RoleFacts } from "../facts";
import { isRead } from "../facts";
import { aws } from "./command";
import { withStatements } from "./documents";

/** The patterns of the objects that a location is for, as inputs of the component and in policies. */
export function objectsOf({ engine }: Pick<Chain, "engine">, { location, objects }: Use): string[] {
    const { direction, key, pattern } = location;
    if (pattern !== undefined) return [pattern];
    const name = key.replace(/[*?$]/g, "$${$&}");
    if (key === "" || key.endsWith("/")) return [`${name}*`];
    if (direction === "import") {
        const found = objects && isRead(objects.found) ? objects.found.read : [];
        const isPrefix = found.length > 0 && found.every((object) => object.key !== key);
        return [isPrefix ? `${name}*` : name];
    }
    return engine === "aurora-mysql" ? [`${name}.*`] : [name, `${name}_part*`];
}

/** What must be allowed, so that the requests are. */
export function grantsFor(chain: Chain, judged: readonly Judged[]) {
    return judged.flatMap(({ use, action, resource, on }) => {
        if (on !== "object") return [{ resource, actions: [action] }];
        const bucket = bucketArn(use.location.bucket, chain.partition);
        return objectsOf(chain, use).map((pattern) => ({
            resource: objectArn(bucket, pattern),
            actions: [action],
        }));
    });
}

/** The command that adds an inline policy to the role. */
export function putRolePolicy(chain: Chain, facts: RoleFacts, judged: readonly Judged[]): string | undefined {
    const role = isRead(facts.role) ? facts.role.read : undefined;
    if (!role) return undefined;
    const grants = grantsFor(chain, judged);
    const name = `aurora-s3-access-${slug(grants[0]?.resource ?? "")}`;
    const existing = isRead(facts.inlinePolicies)
        ? facts.inlinePolicies.read.find((policy) => policy.name === name)?.document
        : undefined;
    // What is there already must not be lost.
    if (existing && !isRead(existing)) return undefined;
    const statements = allow(grants);
    const document = existing
        ? withStatements(existing.read, statements)
        : JSON.stringify(policyDocument(statements));
    return (
        document &&
        aws("iam put-role-policy", {
            "role-name": role.name,
            "policy-name": name,
            "policy-document": document,
        })
    );
}

const slug = (arn: string) =>
    arn
        .replace(/^arn:[^:]*:[^:]*:[^:]*:[^:]*:/, "")
        .replace(/[^\w+=,.@-]/g, "-")
        .slice(0, 100);

/** The input of the component that requests the access. */
export function pulumiInput(chain: Chain, { use, key }: Judged): string {
    const input = use.direction === "import" ? "importFrom" : "exportTo";
    const objects = JSON.stringify(objectsOf(chain, use)).replace(/","/g, '", "');
    const ofKey = key?.arn === undefined ? "" : `, kmsKeyArn: "${key.arn}"`;
    return `${input}: [{ bucket: "${use.location.bucket}", objects: ${objects}${ofKey} }]`;
}
