import * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs } from "../args";
import type { Engine } from "../policy/permissions";

/** What every child is made from. */
export interface ComponentContext {
    /** The name of the component, with which the children's names start. */
    name: string;
    args: AuroraS3AccessArgs;
    engine: Engine;
    partition: pulumi.Output<string>;
    /** Makes the component the parent, of calls to the provider too: they go to the provider of the component. */
    child: { parent: pulumi.Resource };
}

/** A given name with an ending; none where none is given. */
export function withEnding(
    given: pulumi.Input<string> | undefined,
    ending: string,
): pulumi.Output<string> | undefined {
    return given === undefined ? undefined : pulumi.interpolate`${given}${ending}`;
}
