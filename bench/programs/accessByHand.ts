import * as pulumi from "@pulumi/pulumi";
import type { Args } from "./args";
import { resourcesByHand } from "./resourcesByHand";

/** The floor of any component: the resources by hand, with a parent and with outputs. */
export class AccessByHand extends pulumi.ComponentResource {
    readonly outputs: Record<string, pulumi.Output<unknown>>;

    constructor(name: string, args: Args, opts?: pulumi.ComponentResourceOptions) {
        super("by-hand:index:AccessByHand", name, args, opts);
        this.outputs = resourcesByHand(name, args, { parent: this });
        this.registerOutputs(this.outputs);
    }
}
