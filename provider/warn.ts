import * as pulumi from "@pulumi/pulumi";
import type { Mistake } from "./validation/check";
import { shapeWarnings, valueWarnings } from "./validation/warnings";
import type { ComponentContext } from "./children/context";
import { withoutSecrets } from "./withoutSecrets";

/** Warns of what is allowed but likely wrong, on the component, as soon as it is known. */
export function warnOf({ args, engine, partition, child }: ComponentContext): void {
    const warn = ({ propertyPath, reason }: Mistake) =>
        void pulumi.log.warn(`${propertyPath}: ${reason}`, child.parent);
    const shape = { ...args, engine };
    shapeWarnings(shape).forEach(warn);

    const { importFrom, exportTo, engineVersion, sourceArns } = args;
    // Each for itself, as a preview may know some and not others.
    for (const [input, value] of Object.entries({ importFrom, exportTo, engineVersion, sourceArns })) {
        if (value === undefined) continue;
        const resolved = pulumi.output<unknown>(value);
        pulumi.all([resolved, pulumi.isSecret(resolved), partition]).apply(([known, isSecret, it]) => {
            const warnings = valueWarnings({ [input]: known }, shape, it);
            (isSecret ? withoutSecrets(warnings, known) : warnings).forEach(warn);
        });
    }
}
