import * as pulumi from "@pulumi/pulumi";
import { plan, type Planned } from "../plan/access";
import { judge, judgeOwnership } from "../validation/findMistakes";
import { missingAnswers, type ProviderFacts } from "../validation/provider";
import type { Diagnostic } from "../values/message";
import { namesAreAutomatic } from "./autonaming";
import { readInputs, type Reading } from "./read";
import { rejection, rejectionForEngine } from "./rejection";

/**
 * The one verdict on the inputs of a component: at once on what is known when the program runs, and on all of them
 * together once their outputs and the AWS provider have answered.
 */
export class Verdict {
    readonly planned: Planned;
    /** What the provider told, if the inputs are right; else the rejection. */
    readonly reached: Promise<ProviderFacts>;
    /** What the provider told, once it has. */
    provider?: ProviderFacts;
    private readonly reading: Reading;
    /** The name of the component, if Pulumi makes the names of the children of it in its own way. */
    private readonly automaticallyNamed: string | undefined;
    private begin!: (reached: Promise<ProviderFacts>) => void;

    /** Throws if something is wrong that is known by now. */
    constructor(
        private readonly component: string,
        args: unknown,
    ) {
        this.automaticallyNamed = namesAreAutomatic() ? component : undefined;
        this.reading = readInputs(args);
        this.planned = plan(this.reading.inputs);
        const mistakes = this.judge();
        if (mistakes.length > 0) throw this.rejection(mistakes);
        this.reached = new Promise((resolve) => (this.begin = resolve));
        this.reached.catch(tellUnitTests);
    }

    /** Judges all inputs, with what the provider tells of itself. */
    reach(provider: Promise<ProviderFacts>): void {
        this.begin(this.judgeAll(provider).catch(throwWithLastingMessage));
    }

    private async judgeAll(asked: Promise<ProviderFacts>): Promise<ProviderFacts> {
        const [provider] = await Promise.all([asked, this.reading.settle()]);
        this.provider = provider;
        let mistakes = this.judge();
        if (mistakes.length > 0 && !pulumi.runtime.isDryRun() && (await this.reading.unsettleLeftOut())) {
            mistakes = this.judge();
        }
        if (mistakes.length > 0) throw this.rejection(mistakes);
        return provider;
    }

    private judge(): Diagnostic[] {
        const { planned, provider, reading } = this;
        // Of inputs without outputs the program got the rest of the verdict already.
        const mistakes =
            provider && !reading.hasOutputs
                ? judgeOwnership(planned, provider)
                : judge(planned, provider, this.automaticallyNamed);
        // A provider that is not configured yet tells nothing in a preview.
        if (provider === undefined || pulumi.runtime.isDryRun()) return mistakes;
        return [...mistakes, ...missingAnswers(planned.inputs, provider)];
    }

    private rejection(mistakes: Diagnostic[]): pulumi.InputPropertiesError {
        const error = rejection(this.component, mistakes);
        verdicts.set(error, this);
        return error;
    }

    /** All that is wrong by now, also in outputs that were not looked into when the component was constructed. */
    async rejectionForEngine(): Promise<pulumi.InputPropertiesError> {
        await this.reading.settle();
        return rejectionForEngine(this.component, this.judge(), this.planned.inputs);
    }
}

// Not in the error itself, which may be printed with all that it holds.
const verdicts = new WeakMap<object, Verdict>();

/** An error as the engine is told of it. */
export async function forEngine(error: unknown): Promise<unknown> {
    const verdict = typeof error === "object" && error !== null ? verdicts.get(error) : undefined;
    return (await verdict?.rejectionForEngine()) ?? error;
}

/** The SDK writes into the message of an error which property of which child it met it in, and it meets this one in all. */
function throwWithLastingMessage(error: unknown): never {
    if (error instanceof Error && Object.isExtensible(error)) {
        const { message } = error;
        Object.defineProperty(error, "message", {
            get: () => message,
            set: () => undefined,
            configurable: true,
        });
    }
    throw error;
}

/** Test runners show a rejection late or not at all, and with mocks there is no engine to tell of it. */
function tellUnitTests(error: unknown): void {
    if (pulumi.runtime.getEngine() !== undefined) return;
    void pulumi.log.error(error instanceof Error ? error.message : String(error));
}
