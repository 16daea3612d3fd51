import * as pulumi from "@pulumi/pulumi";
import type { Args } from "./args";
import { resourcesByHand } from "./resourcesByHand";

/** As long as that of the component: every URN in the state has it, and an update writes the state again and again. */
const type = "aurora-s3-byhand:index:AuroraS3ByHand";

/** The floor of any component: the resources by hand, with a parent and with outputs. */
export class AccessByHand extends pulumi.ComponentResource {
    readonly outputs: Record<string, pulumi.Output<unknown>>;

    constructor(name: string, args: Args, opts?: pulumi.ComponentResourceOptions) {
        super(type, name, args, opts);
        this.outputs = resourcesByHand(name, args, { parent: this });
        this.registerOutputs(this.outputs);
    }
}
