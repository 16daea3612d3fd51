import * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs } from "../args";
import { isDeferred } from "../inputs/read";
import type { Planned } from "../plan/access";
import type { Engine } from "../policy/permissions";
import type { ProviderFacts } from "../validation/provider";
import { Known } from "../values/known";

/** What every child is made from. */
export interface ComponentContext {
    /** The name of the component, with which the children's names start. */
    readonly name: string;
    readonly planned: Planned;
    readonly engine: Engine;
    /** What the provider told, once all inputs are found right; else fails. */
    readonly accepted: pulumi.Output<ProviderFacts>;
    /** Makes the component the parent. */
    readonly child: { readonly parent: pulumi.Resource };
}

/**
 * What is computed from values, once all inputs are found right: `compute` reads them from the inputs, and the output is as
 * unknown, as secret and as dependent as they are.
 */
export function computed<Computed>(
    { accepted }: ComponentContext,
    from: readonly (Known | pulumi.Output<unknown> | undefined)[],
    compute: (provider: ProviderFacts, outputs: readonly unknown[]) => Computed,
): pulumi.Output<Computed> {
    const deferred = from.flatMap(deferredIn);
    const result: pulumi.Output<unknown> = accepted.apply((provider) => {
        if (deferred.length === 0) return compute(provider, []);
        return afterAll(deferred, (values) =>
            deferred.some(isLeftOut) ? pulumi.unknown : compute(provider, values),
        );
    });
    return result as pulumi.Output<Computed>;
}

/** Of one, a third of the outputs that `pulumi.all` would make of it: they are what creating a component takes most of its time for. */
function afterAll(
    deferred: readonly (Known | pulumi.Output<unknown>)[],
    compute: (values: unknown[]) => unknown,
): pulumi.Output<unknown> {
    const [first, ...others] = deferred;
    if (first === undefined || others.length > 0) {
        const outputs = deferred.map((each) => (each instanceof Known ? each.given : each));
        return pulumi.all(outputs).apply((values) => compute(values as unknown[]));
    }
    // What a program gives may hold outputs, those of a child do not.
    const output = first instanceof Known ? pulumi.output(first.given) : first;
    return output.apply((value) => compute([value]));
}

/** An input as it was given. */
export function passed<Input extends keyof AuroraS3AccessArgs>(
    context: ComponentContext,
    input: Input,
): AuroraS3AccessArgs[Input] {
    return passedValue(context, context.planned.inputs.field(input)) as AuroraS3AccessArgs[Input];
}

/** A value of the inputs as it was given; an update that leaves out where it comes from does not know it. */
export function passedValue({ accepted }: ComponentContext, value: Known | undefined): unknown {
    if (!value?.deferred) return value?.given;
    return accepted.apply<unknown>(() => {
        if (!isLeftOut(value)) return value.given;
        const given: pulumi.Output<unknown> = pulumi.output(value.given);
        return given.apply(() => pulumi.unknown);
    });
}

/** In an update what is right and yet not known comes from a resource that is left out. */
const isLeftOut = (value: Known | pulumi.Output<unknown>): boolean =>
    value instanceof Known && value.kind === "later";

/** An output of the component, such as one of a child: it fails where the inputs are not right, and is not waited for in vain. */
export function onceAccepted<T>(
    { accepted }: ComponentContext,
    value: pulumi.Output<T> | T,
): pulumi.Output<T> {
    return accepted.apply<unknown>(() => value) as pulumi.Output<T>;
}

function deferredIn(value: Known | pulumi.Output<unknown> | undefined): (Known | pulumi.Output<unknown>)[] {
    if (value === undefined) return [];
    if (!(value instanceof Known) || value.deferred) return [value];
    return [...value.items, ...value.fields.values()].flatMap(deferredIn);
}

/** A given name with an ending; none where none is given. */
export function withEnding(
    given: pulumi.Input<string> | undefined,
    ending: string,
): pulumi.Input<string> | undefined {
    if (given === undefined || ending === "") return given;
    return isDeferred(given) ? pulumi.interpolate`${given}${ending}` : `${given}${ending}`;
}
