import { createHash, randomBytes } from "node:crypto";

/** The type and the name in `urn:pulumi:stack::project::parent$type::name`. */
export function parseUrn(urn: string): { type: string; name: string } {
    const [, , types = "", ...name] = urn.split("::");
    return { type: types.slice(types.lastIndexOf("$") + 1), name: name.join("::") };
}

const endingLength = 7;

/** `name-` and seven hexadecimal digits: the same for the same seed, where the engine gives one. */
export function autoName(name: string, maxLength: number, seed: Uint8Array): string {
    if (name.length + 1 + endingLength > maxLength) {
        throw new Error(
            `The automatic name "${name}-" and ${endingLength} random characters is longer than ${maxLength}: ` +
                `give the resource a shorter name in the program, or its own name.`,
        );
    }
    const digits =
        seed.length > 0 ? createHash("sha256").update(seed).digest("hex") : randomBytes(4).toString("hex");
    return `${name}-${digits.slice(0, endingLength)}`;
}

/** What a stack's `pulumi:autonaming` wants of a name: https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming-configuration */
export interface Autonaming {
    proposedName: string;
    mode: "propose" | "enforce" | "disable";
}

interface Naming {
    maxLength: number;
    transform?: ((name: string) => string) | undefined;
}

/** As Pulumi's Terraform bridge takes it (`ComputeAutoNameDefault`): a name that is enforced is not looked at. */
export function configuredName({ proposedName, mode }: Autonaming, { maxLength, transform }: Naming): string {
    if (mode === "disable") throw new Error("automatic naming is disabled but no explicit name was provided");
    if (mode === "enforce") return proposedName;
    const name = transform?.(proposedName) ?? proposedName;
    if (name.length <= maxLength) return name;
    throw new Error(`calculated name '${name}' exceeds maximum length of ${maxLength}`);
}

let counter = 0;

/** A prefix and 26 digits that grow with time, which is how the real provider completes a `namePrefix`. */
export function prefixedName(prefix: string): string {
    const time = new Date().toISOString().replace(/\D/g, "").padEnd(18, "0");
    counter += 1;
    return prefix + time + counter.toString(16).padStart(8, "0");
}

/** The prefix of a name that `prefixedName` made, as the real provider finds it again. */
export const prefixOf = (name: string) => /^(.*)\d{18}[0-9a-f]{8}$/.exec(name)?.[1] ?? "";
