import assert from "node:assert/strict";
import { evaluateResourcePolicy } from "../../../provider/policy/evaluation";
import type { Deployed } from "./deployment";
import { locationsOf, probesOf } from "./probes";
import type { ReportedRole } from "./reported";
import { requestedRoles, type Direction } from "./requested";
import { parametersOf, privilegesOf } from "./settings";

/** What the component returns is what AWS reports. */
export function claimOutputs({ configuration, roles, outputs, group }: Deployed): void {
    const only = roles.length === 1 ? roles[0] : undefined;
    const requested = requestedRoles(configuration);
    const roleFor = (direction: Direction) =>
        roles.find((_, i) => requested[i]!.directions.includes(direction))?.arn;
    const { roleArn, roleName, importRoleArn, exportRoleArn, clusterParameters, databasePrivileges } =
        outputs;
    assert.deepEqual(
        { roleArn, roleName, importRoleArn, exportRoleArn },
        {
            roleArn: only?.arn ?? "",
            roleName: only?.name ?? "",
            importRoleArn: roleFor("import"),
            exportRoleArn: roleFor("export"),
        },
    );
    assert.deepEqual(clusterParameters, parametersOf(configuration, roles[0]!.arn));
    assert.deepEqual(databasePrivileges, privilegesOf(configuration));
    assert.equal(outputs.clusterParameterGroupName, group?.name);
    claimPolicies(roles, outputs);
}

function claimPolicies(
    roles: readonly ReportedRole[],
    { policyArns, policyDocuments }: Deployed["outputs"],
): void {
    const documents = new Map(
        roles.flatMap(({ policies }) => policies.map(({ arn, document }) => [arn, document])),
    );
    assert.deepEqual([...policyArns].sort(), [...documents.keys()].sort());
    const own = policyArns.filter((arn) => !arn.includes("::aws:"));
    assert.deepEqual(
        policyDocuments.map((document) => JSON.parse(document) as unknown),
        own.map((arn) => JSON.parse(documents.get(arn)!) as unknown),
    );
}

/** What owners of buckets and keys elsewhere are told to allow is what the roles are to do there, where AWS supports it. */
export function claimStatements({ configuration, roles, outputs }: Deployed): void {
    const named = new Set(locationsOf(configuration).map(({ name }) => name));
    const requested = requestedRoles(configuration);
    const isEvery = configuration.predefinedPolicy !== undefined || named.has("any-bucket");
    for (const [i, { arn: roleArn }] of roles.entries()) {
        const { isRequested, featureName } = requested[i]!;
        for (const { resource, actions } of probesOf(configuration)) {
            const [, bucket] = /^arn:aws:s3:::([^/]+)/.exec(resource) ?? [];
            const isKey = resource.startsWith("arn:aws:kms:");
            if (
                !isKey &&
                (isEvery || bucket === undefined || !named.has(bucket) || resource.includes(":", 13))
            )
                continue;
            const statements = isKey
                ? outputs.keyPolicyStatements.filter(({ keyArn }) => keyArn === resource)
                : outputs.bucketPolicyStatements.filter(
                      ({ bucketArn }) => bucketArn === `arn:aws:s3:::${bucket}`,
                  );
            const document = policyOf(statements);
            const principal = { AWS: roleArn };
            const allowed = actions.filter(
                (action) => evaluateResourcePolicy(document, { principal, action, resource }) === "allowed",
            );
            const isSupported = isKey || featureName !== "s3Export";
            const isAsked = (action: string) => isSupported && action.startsWith(isKey ? "kms:" : "");
            const wanted = actions.filter((action) => isAsked(action) && isRequested(action, resource));
            assert.deepEqual(allowed, wanted, `${roleArn} on ${resource}`);
        }
    }
}

const policyOf = (statements: readonly { statement: string }[]) => ({
    Version: "2012-10-17",
    Statement: statements.map(({ statement }) => JSON.parse(statement) as unknown),
});
