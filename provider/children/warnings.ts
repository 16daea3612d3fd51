import * as pulumi from "@pulumi/pulumi";
import { findWarnings } from "../validation/warnings";
import type { ComponentContext } from "./context";

/** As many as a person reads. */
const mostTold = 50;

/** Warns of what is allowed but likely wrong, on the component, as far as it is known. */
export function warnOnceAccepted({ verdict, child }: ComponentContext): void {
    const warn = () => {
        const warnings = findWarnings(verdict.planned);
        for (const { propertyPath, reason } of warnings.slice(0, mostTold)) {
            warnOn(child.parent, `${propertyPath}: ${reason}`);
        }
        if (warnings.length > mostTold) warnOn(child.parent, `and ${warnings.length - mostTold} more`);
    };
    // Whoever waits for the verdict hears that the inputs are not right.
    verdict.reached.then(warn, () => undefined);
}

/**
 * Warns once the resource is there: the SDK logs one message after another, whichever component it is of, and all would
 * wait for a resource that comes late, and fail with one that cannot be registered.
 */
export function warnOn(resource: pulumi.Resource, message: string): void {
    resource.urn.apply(() => void pulumi.log.warn(message, resource));
}
