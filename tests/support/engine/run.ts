import type { EngineEvent } from "@pulumi/pulumi/automation";
import { stripVTControlCharacters } from "node:util";
import { nameOf, shortType, type Step, stepsOf } from "./steps";

/** What a run of the engine did, as its events tell. */
export interface Run {
    steps: Step[];
    /** The outputs of the stack. What is secret reads `[secret]`, what a preview does not know yet `[unknown]`. */
    outputs: Record<string, unknown>;
    /** What goes into each resource, by its words in a step: `iam.Policy sales-import`. Written as the outputs are. */
    inputs: Record<string, unknown>;
    diagnostics: Diagnostic[];
    stdout: string;
}

export interface Diagnostic {
    severity: string;
    message: string;
    /** The name of the resource that it is about. */
    resource?: string;
}

/** What `up` and the others reject with when the run fails; `run` is what it did until then. */
export class FailedRun extends Error {
    constructor(
        message: string,
        readonly run: Run,
    ) {
        super(message);
    }
}

export function runOf(events: readonly EngineEvent[], stdout: string): Run {
    return {
        steps: stepsOf(events),
        outputs: outputsOf(events),
        inputs: inputsOf(events),
        diagnostics: diagnosticsOf(events),
        stdout,
    };
}

function inputsOf(events: readonly EngineEvent[]): Record<string, unknown> {
    const registered = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
    return Object.fromEntries(
        registered.map(({ type, urn, new: made }) => [
            `${shortType(type)} ${nameOf(urn)}`,
            readable(made?.inputs),
        ]),
    );
}

function outputsOf(events: readonly EngineEvent[]): Record<string, unknown> {
    const ofStack = events
        .map((event) => event.resOutputsEvent?.metadata)
        .filter((metadata) => metadata?.type === "pulumi:pulumi:Stack")
        .at(-1);
    return readable(ofStack?.new?.outputs ?? {}) as Record<string, unknown>;
}

// How the engine marks such values in its events.
const signature = "4dabf18193072939515e22adb298388d";
const secret = "1b47061264138c4ac30d75fd1eb44270";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

function readable(value: unknown): unknown {
    if (value === unknown) return "[unknown]";
    if (Array.isArray(value)) return value.map(readable);
    if (typeof value !== "object" || value === null) return value;
    if (signature in value && value[signature] === secret) return "[secret]";
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readable(item)]));
}

function diagnosticsOf(events: readonly EngineEvent[]): Diagnostic[] {
    return events.flatMap(({ diagnosticEvent: event }) => {
        if (!event || event.ephemeral || isDebug(event)) return [];
        const { severity, message, urn } = event;
        const about = urn ? { resource: nameOf(urn) } : {};
        return [{ severity, message: withoutColors(message).trimEnd(), ...about }];
    });
}

/** Debug messages come too, though the Automation API's type knows none. */
const isDebug = ({ severity }: { severity: string }) => severity === "debug";

/** The engine marks colors in its own way, Node in that of terminals. */
const withoutColors = (text: string) => stripVTControlCharacters(text.replace(/<\{%.*?%\}>/g, ""));
