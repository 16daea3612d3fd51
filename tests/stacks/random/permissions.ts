import assert from "node:assert/strict";
import { allowedActions, CannotEvaluate } from "../../../provider/policy/evaluation";
import type { Configuration } from "../../support/inputs/configurations";
import type { Deployed } from "./deployment";
import { probesOf } from "./probes";
import type { ReportedRole } from "./reported";
import { requestedRoles } from "./requested";

/** Each role can do what was requested, by the policies that IAM reports, and nothing else. */
export const claimPermissions = ({ configuration, roles }: Deployed) =>
    claimPermissionsOf(configuration, roles);

export function claimPermissionsOf(configuration: Configuration, roles: readonly ReportedRole[]): void {
    const requested = requestedRoles(configuration);
    assert.equal(roles.length, requested.length, "the number of roles");
    for (const [i, role] of roles.entries()) {
        const { isRequested } = requested[i]!;
        for (const { resource, actions } of probesOf(configuration)) {
            const allowed = allowedOn(role, resource, actions);
            if (allowed === undefined) continue;
            const wanted = actions.filter((action) => isRequested(action, resource));
            assert.deepEqual(allowed, wanted, `${role.name} on ${resource}`);
        }
    }
}

/** A permissions boundary, which takes from both what is requested and what is granted, is left out. */
function allowedOn(role: ReportedRole, resource: string, actions: readonly string[]): string[] | undefined {
    const documents = role.policies.map(({ document }) => document);
    try {
        return allowedActions(documents, resource, { actions });
    } catch (error) {
        // AWS does not explain whether a wildcard is for a colon.
        if (error instanceof CannotEvaluate && error.message.includes("colon")) return undefined;
        throw error;
    }
}

/** Each role can do so when it is assumed. The emulator does not judge permissions boundaries. */
export function claimLive({ configuration, live }: Deployed): void {
    const requested = requestedRoles(configuration);
    for (const [i, tried] of live.entries()) {
        for (const { action, resource, isAllowed } of tried)
            assert.equal(isAllowed, requested[i]!.isRequested(action, resource), `${action} on ${resource}`);
    }
}
