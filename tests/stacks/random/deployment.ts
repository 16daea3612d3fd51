import { rolesOfCluster } from "../../support/attached";
import type { Emulator } from "../../support/emulator/emulator";
import { describeSteps, FailedRun, TestStack, type Diagnostic, type Run } from "../../support/engine";
import type { Setup } from "../../support/setUp";
import { inAws, inState } from "../accidents/inventory";
import { clustersOf, inputsOf, type Component } from "./component";
import { triedLive, type LiveProbe } from "./live";
import { probesOf } from "./probes";
import { programOf, type Outputs } from "./program";
import { reportedGroup, reportedRole, type ReportedGroup, type ReportedRole } from "./reported";
import { shown } from "./sample";
import { clusterArn, otherRegions, ownRegion } from "../../support/inputs/clusters";
import { seed } from "../../support/inputs/runs";
import { creatable, createWorld } from "./world";

/** A component once it is deployed, as AWS reports what it has created. */
export interface Deployed extends Component {
    outputs: Outputs;
    roles: ReportedRole[];
    /** The clusters that are named, by their ARNs, with their roles. */
    clusters: Record<string, Awaited<ReturnType<typeof rolesOfCluster>>>;
    group: ReportedGroup | undefined;
    /** What S3 lets each role do. */
    live: LiveProbe[][];
}

/** A stack of many components. */
export interface Deployment {
    components: Deployed[];
    /** The calls that AWS refused. */
    refused: string[];
    /** What was told, but for the component's own warnings. */
    diagnostics: Diagnostic[];
    onlyInAws: string[];
    onlyInState: string[];
    /** What the next preview would change. */
    left: string[];
}

/** Deploys components to an empty account in which there is what they take for granted. */
export async function deploy(
    components: readonly Component[],
    { aws, stack: options }: Setup,
): Promise<Deployment> {
    await aws.reset();
    const configurations = components.map(({ configuration }) => configuration);
    await createWorld(aws, configurations);
    const before = await held(aws);
    const callsBefore = (await aws.calls()).length;
    const stack = await TestStack.inline("random", programOf(components), options);
    try {
        const up = await succeeding(stack.up(), components);
        const calls = (await aws.calls()).slice(callsBefore);
        const preview = await stack.preview();
        const [found, known] = [await held(aws), await inState(stack)];
        const buckets = creatable(configurations);
        const all = await Promise.all(
            components.map((each) => observed(each, up.outputs[each.label] as Outputs, aws, buckets)),
        );
        return {
            components: all,
            refused: calls.filter((call) => call.endsWith(")")),
            diagnostics: [...up.diagnostics, ...preview.diagnostics].filter(
                ({ severity, resource }) =>
                    !(severity === "warning" && components.some(({ name }) => name === resource)),
            ),
            onlyInAws: found.filter((line) => !known.includes(line) && !before.includes(line)),
            onlyInState: known.filter((line) => !found.includes(line)),
            left: describeSteps(preview),
        };
    } finally {
        stack.dispose();
    }
}

/** What there is in AWS, in every Region that is used. */
export const held = ({ aws, inRegion }: Emulator) => inAws(aws, otherRegions.map(inRegion));

async function observed(
    component: Component,
    outputs: Outputs,
    aws: Emulator,
    buckets: ReadonlySet<string>,
): Promise<Deployed> {
    const { configuration } = component;
    const groupName = outputs.clusterParameterGroupName;
    const clusters = clustersOf(configuration).map(async (cluster) => [
        clusterArn(cluster),
        await rolesOfCluster(aws.inRegion(cluster.region ?? ownRegion), cluster.clusterIdentifier),
    ]);
    const { region = ownRegion } = (configuration.clusterParameterGroup ?? {}) as { region?: string };
    const probes = probesOf(configuration);
    return {
        ...component,
        outputs,
        roles: await Promise.all(outputs.roleArns.map((arn) => reportedRole(aws.aws, arn))),
        clusters: Object.fromEntries(await Promise.all(clusters)) as Deployed["clusters"],
        group: groupName === undefined ? undefined : await reportedGroup(aws.inRegion(region), groupName),
        live: await Promise.all(outputs.roleArns.map((arn) => triedLive(aws, arn, probes, buckets))),
    };
}

/** The run; an error tells only of the components that have failed. */
export async function succeeding(running: Promise<Run>, components: readonly Component[]): Promise<Run> {
    const [settled] = await Promise.allSettled([running]);
    if (settled.status === "fulfilled") return settled.value;
    const error: unknown = settled.reason;
    if (!(error instanceof FailedRun)) throw error;
    const errors = errorsOf(error.run);
    const failed = components.filter(({ name }) => errors.some((told) => told.startsWith(name)));
    const about = failed.map((each) => shown({ number: each.number, ...inputsOf(each) }));
    throw new Error([`SEED=${seed}`, ...errors, ...about].join("\n"));
}

/** What went wrong in a run, each with the resource that it is about. */
export const errorsOf = ({ diagnostics }: Run): string[] =>
    diagnostics
        .filter(({ severity, resource }) => severity === "error" && resource !== undefined)
        .map(({ resource, message }) => `${resource}: ${message}`);
