import { plan, sourceConditionsOf, type InputLocation, type InputRole } from "../../provider/plan/access";
import { bucketPolicyStatements, keyPolicyStatements, type Use } from "../../provider/policy/crossAccount";
import type { Engine } from "../../provider/policy/permissions";
import { kmsPolicyDocument, type Key } from "../../provider/policy/kmsPolicy";
import { s3PolicyDocument, type Location } from "../../provider/policy/s3Policy";
import { trustPolicyDocument } from "../../provider/policy/trustPolicy";
import { Known } from "../../provider/values/known";
import type { Configuration } from "../support/inputs/configurations";
import { account } from "../support/inputs/clusters";

/** A policy document, and what it is the policy of: a role, which it permits something or which it lets be assumed, a bucket or a key. */
export interface Linted {
    readonly kind: "permissions" | "trust" | "bucket" | "key";
    /** As JSON, as AWS gets it. */
    readonly document: string;
}

/** All documents that the core makes of valid inputs. */
export function documentsOf(configuration: Configuration, partition: string): Linted[] {
    const planned = plan(new Known(configuration));
    const engine = planned.engine!;
    const uses = planned.roles.flatMap((role, i) => usesOf(role, roleArn(partition, i)));
    const keys = planned.roles.flatMap((role, i) =>
        keysOf(role).map((key) => ({ ...key, roleArn: roleArn(partition, i) })),
    );
    return [
        ...planned.roles.flatMap((role) => permissionsOf(role, engine, partition)),
        trustOf(configuration, sourceConditionsOf(planned)),
        ...bucketPolicyStatements(engine, uses, partition).map(({ statement }) => alone("bucket", statement)),
        ...keyPolicyStatements(uses, keys).map(({ statement }) => alone("key", statement)),
    ];
}

const roleArn = (partition: string, i: number) => `arn:${partition}:iam::${account}:role/aurora/sales-${i}`;

function permissionsOf({ policies }: InputRole, engine: Engine, partition: string): Linted[] {
    return policies.map((policy) => {
        const document =
            policy.purpose === "kms"
                ? kmsPolicyDocument(policy.keys.map(({ key, forExport }) => keyOf(key.keyArn, forExport)))
                : s3PolicyDocument(
                      engine,
                      policy.purpose,
                      policy.pieces.map(({ location, objects }) => ({ ...locationOf(location), objects })),
                      partition,
                  );
        return { kind: "permissions", document: JSON.stringify(document) };
    });
}

function trustOf(inputs: Configuration, sourceConditions: ReturnType<typeof sourceConditionsOf>): Linted {
    const sourceArns = inputs.sourceArns as string[] | undefined;
    const document = trustPolicyDocument(
        sourceConditions === "None"
            ? { sourceConditions }
            : { sourceConditions, sourceAccount: account, sourceArns },
    );
    return { kind: "trust", document: JSON.stringify(document) };
}

function usesOf({ policies, directions }: InputRole, roleArn: string): Use[] {
    return directions.map((direction) => {
        const pieces = policies.flatMap((policy) => (policy.purpose === direction ? policy.pieces : []));
        const locations = [...new Set(pieces.map(({ location }) => location))].map(locationOf);
        return { direction, roleArn, locations };
    });
}

const keysOf = ({ policies }: InputRole): Key[] =>
    policies.flatMap((policy) =>
        policy.purpose === "kms" ? policy.keys.map(({ key, forExport }) => keyOf(key.keyArn, forExport)) : [],
    );

const keyOf = (keyArn: Known, forExport: boolean): Key => ({ keyArn: keyArn.string!, forExport });

const locationOf = ({ bucket, objects, kmsKeyArn }: InputLocation): Location => ({
    bucket: bucket.string!,
    objects,
    kmsKeyArn: kmsKeyArn?.string,
});

/** A statement that the owner of a bucket or a key adds, in a policy of its own. */
const alone = (kind: Linted["kind"], statement: string): Linted => ({
    kind,
    document: JSON.stringify({ Version: "2012-10-17", Statement: [JSON.parse(statement)] }),
});
