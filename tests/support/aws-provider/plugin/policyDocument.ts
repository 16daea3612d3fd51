import { createHash } from "node:crypto";
import type { GetPolicyDocumentResult } from "@pulumi/aws/iam/getPolicyDocument";
import {
    invokable,
    list,
    object,
    optional,
    output,
    required,
    string,
    type Inputs,
    type PropertiesOf,
} from "./definition";

const part = (name: string) =>
    `aws:iam/getPolicyDocumentStatement${name}:getPolicyDocumentStatement${name}` as const;

const principal = {
    identifiers: required(list(string)),
    type: required(string),
};

const condition = {
    test: required(string),
    values: required(list(string)),
    variable: required(string),
};

const statement = {
    actions: optional(list(string)),
    conditions: optional(list(object(part("Condition"), condition))),
    effect: optional(string),
    notActions: optional(list(string)),
    notPrincipals: optional(list(object(part("NotPrincipal"), principal))),
    notResources: optional(list(string)),
    principals: optional(list(object(part("Principal"), principal))),
    resources: optional(list(string)),
    sid: optional(string),
};

const args = {
    policyId: optional(string),
    statements: optional(list(object(part(""), statement))),
    version: optional(string),
};

/** Writes a policy from its parts; without merging documents, which the real one also does. */
export const getPolicyDocument = invokable({
    token: "aws:iam/getPolicyDocument:getPolicyDocument",
    args,
    result: {
        ...args,
        id: output(string),
        json: output(string),
        minifiedJson: output(string),
    } satisfies PropertiesOf<GetPolicyDocumentResult>,

    call({ policyId, statements = [], version = "2012-10-17" }) {
        const document = { Version: version, Id: policyId, Statement: statements.map(write) };
        const json = JSON.stringify(document, undefined, 2);
        const id = createHash("sha256").update(json).digest("hex").slice(0, 8);
        const minifiedJson = JSON.stringify(document);
        return Promise.resolve({ policyId, statements, version, id, json, minifiedJson });
    },
});

function write(given: Inputs<typeof statement>) {
    return {
        Sid: given.sid,
        Effect: given.effect ?? "Allow",
        Action: oneOrMany(given.actions),
        NotAction: oneOrMany(given.notActions),
        Resource: oneOrMany(given.resources),
        NotResource: oneOrMany(given.notResources),
        Principal: principals(given.principals),
        NotPrincipal: principals(given.notPrincipals),
        Condition: conditions(given.conditions),
    };
}

/** As the real one writes lists: backwards, a single one without brackets, and `&{` for policy variables. */
function oneOrMany(values: string[] = []): string | string[] | undefined {
    const written = values
        .map((value) => value.replaceAll("&{", "${"))
        .sort()
        .reverse();
    return written.length > 1 ? written : written[0];
}

function principals(given: Inputs<typeof principal>[] = []) {
    if (given.length === 0) return undefined;
    if (given.some(({ type }) => type === "*")) return "*";
    const types = new Set(given.map(({ type }) => type));
    const identifiersOf = (type: string) =>
        given.filter((each) => each.type === type).flatMap(({ identifiers }) => identifiers);
    return Object.fromEntries([...types].map((type) => [type, oneOrMany(identifiersOf(type))]));
}

function conditions(given: Inputs<typeof condition>[] = []) {
    if (given.length === 0) return undefined;
    const written: Record<string, Record<string, unknown>> = {};
    for (const { test, variable, values } of given) {
        (written[test] ??= {})[variable] = values.length > 1 ? values : values[0];
    }
    return written;
}
