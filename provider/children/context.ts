import * as pulumi from "@pulumi/pulumi";
import type { AuroraS3AccessArgs } from "../args";
import { isDeferred } from "../inputs/read";
import type { Verdict } from "../inputs/verdict";
import type { Engine } from "../policy/permissions";
import type { ProviderFacts } from "../validation/provider";
import { Known } from "../values/known";

/** What every child is made from. */
export interface ComponentContext {
    /** The name of the component, with which the children's names start. */
    readonly name: string;
    readonly verdict: Verdict;
    readonly engine: Engine;
    /** What the provider told, once all inputs are found right; else fails. */
    readonly accepted: pulumi.Output<ProviderFacts>;
    /** Makes the component the parent. */
    readonly child: { readonly parent: pulumi.Resource };
}

/** How something is computed from values of the inputs and from outputs of the component. */
export interface Computation<Computed> {
    readonly from: readonly (Known | pulumi.Output<unknown> | undefined)[];
    /** Reads the values from the inputs, and gets those of the outputs. */
    readonly compute: (provider: ProviderFacts, outputs: readonly unknown[]) => Computed;
}

/** What is computed, once all inputs are found right: as unknown, as secret and as dependent as the values are. */
export function computed<Computed>(
    { accepted, verdict }: ComponentContext,
    { from, compute }: Computation<Computed>,
): pulumi.Output<Computed> {
    const deferred = from.flatMap(deferredIn);
    const computing = (values: readonly unknown[]): unknown =>
        deferred.some(isLeftOut) ? pulumi.unknown : compute(verdict.provider!, values);
    const afterDeferred = () => (deferred.length === 0 ? computing([]) : afterAll(deferred, computing));
    // Outputs of the component wait for the verdict themselves.
    const isWaiting = deferred.some((each) => !(each instanceof Known));
    return (isWaiting ? afterDeferred() : accepted.apply(afterDeferred)) as pulumi.Output<Computed>;
}

/** Whether it waits for the verdict alone. */
export const needsNoOutput = ({ from }: Computation<unknown>): boolean =>
    from.every((each) => deferredIn(each).length === 0);

/**
 * Each once, as one may be given for several inputs, and one alone without `pulumi.all`: the SDK makes two outputs of each that it
 * gets, and outputs are what creating a component takes most of its time for.
 */
function afterAll(
    deferred: readonly (Known | pulumi.Output<unknown>)[],
    compute: (values: readonly unknown[]) => unknown,
): pulumi.Output<unknown> {
    const [first, ...others] = new Set(deferred.map((each) => (each instanceof Known ? each.given : each)));
    if (others.length > 0) {
        const all: pulumi.Output<unknown> = pulumi.all([first, ...others]);
        return all.apply((values) => compute(values as unknown[]));
    }
    // What a program gives may hold outputs, those of a child do not.
    const isOfChild = deferred.includes(first as pulumi.Output<unknown>);
    const output = isOfChild ? (first as pulumi.Output<unknown>) : pulumi.output(first);
    return output.apply((value) => compute([value]));
}

/** An input as it was given. */
export function passed<Input extends keyof AuroraS3AccessArgs>(
    context: ComponentContext,
    input: Input,
): AuroraS3AccessArgs[Input] {
    return passedValue(context, context.verdict.planned.inputs.field(input)) as AuroraS3AccessArgs[Input];
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
