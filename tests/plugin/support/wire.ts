import { runtime } from "@pulumi/pulumi";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

/** Values as they are written on the wire. */
export type Wire = JavaScriptValue;
export type Props = Record<string, Wire>;

/** What is not known yet. */
export const unknown = runtime.unknownValue;

/** A secret, as SDKs without outputs on the wire write it, and as the engine is told. */
export const secret = (value: Wire): Wire => ({ [runtime.specialSigKey]: runtime.specialSecretSig, value });

/** A whole resource. */
export const resource = (urn: string, id: Wire): Wire => ({
    [runtime.specialSigKey]: runtime.specialResourceSig,
    urn,
    id,
});

/** An output that is known. */
export const output = (value: Wire, more: { secret?: true; dependencies?: string[] } = {}): Wire => ({
    [runtime.specialSigKey]: runtime.specialOutputValueSig,
    value,
    ...more,
});

/** An output that is not known yet. */
export const unknownOutput = (...dependencies: string[]): Wire => ({
    [runtime.specialSigKey]: runtime.specialOutputValueSig,
    dependencies,
});

export const struct = (props: Props): Struct => Struct.fromJavaScript(props);

export const plain = (written: Struct | undefined): Props => written?.toJavaScript() ?? {};

export const urnOf = (type: string, name: string, parent = ""): string => {
    const [, , parents = ""] = parent.split("::");
    const qualified = parents === "" || parents.endsWith("Stack") ? type : `${parents}$${type}`;
    return `urn:pulumi:stack::project::${qualified}::${name}`;
};

/** Type and name of a resource, to read: `aws:iam/role:Role sales-role`. */
export const idOf = (urn: string): string => {
    const [, , types = "", name = ""] = urn.split("::");
    return urn === "" ? "" : `${types.split("$").at(-1)} ${name}`;
};
