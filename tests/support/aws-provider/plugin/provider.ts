import { check, checkProperties, type CheckRequest, type Failure } from "./check";
import { Clients, regionOfEnvironment, type Aws } from "./clients";
import { configProperties, decodeConfig, type Config } from "./config";
import type { FunctionType, ResourceType } from "./definition";
import { differences, rootOf, type Difference } from "./diff";
import { describe, NotReady } from "./errors";
import { partitionOf } from "./partitions";
import { importedInputs, plannedCreation, plannedUpdate, readState, refreshedInputs } from "./plan";
import { isEmpty, type Values } from "./values";
import { until } from "./wait";

const tenMinutes = 600;
/** How long IAM may take until it finds what it has just made. */
const propagationSeconds = 120;

export interface Made {
    id: string;
    state: Values;
}

/** A request's own limits: whether it only asks, and how long it may take. */
export interface Limits {
    preview: boolean;
    /** 0 where the program gave no timeout. */
    seconds: number;
}

/** What the provider does, apart from how the engine asks for it. */
export class Provider {
    private clients = new Clients({});
    private defaultTags: Record<string, string> = {};
    private readonly cancellation = new AbortController();

    constructor(private readonly version: string) {}

    checkConfig(given: Values): Failure[] {
        const { inputs, failures } = checkProperties(configProperties, decodeConfig(given), this.version);
        if (!inputs.region && !regionOfEnvironment()) {
            failures.push({
                property: "region",
                reason: "Missing region: give the provider a `region`, or set `aws:region` or AWS_REGION.",
            });
        }
        return failures;
    }

    async configure(given: Values): Promise<void> {
        const config = decodeConfig(given) as Config;
        this.clients = new Clients(config);
        this.defaultTags = config.defaultTags?.tags ?? {};
        if (config.allowedAccountIds) await this.checkAccount(config.allowedAccountIds);
    }

    /** Before anything else, so that other credentials than those that are meant change nothing. */
    private async checkAccount(allowed: string[]): Promise<void> {
        const sts = await this.clients
            .in(undefined, { signal: this.cancellation.signal, seconds: tenMinutes })
            .sts();
        const { Account } = await sts.getCallerIdentity({});
        if (!allowed.includes(Account!)) throw new Error(`AWS account ID not allowed: ${Account}`);
    }

    check(type: ResourceType, request: Omit<CheckRequest, "defaultTags" | "version">) {
        const checked = check(type, { ...request, defaultTags: this.defaultTags, version: this.version });
        const { region } = checked.inputs;
        if (type.properties.region && typeof region === "string") {
            const [got, want] = [region, this.clients.region].map((each) => partitionOf(each).partition);
            if (got !== want)
                checked.failures.push({ property: "region", reason: foreign(got, region, want) });
        }
        return checked;
    }

    /** A resource that a version without Regions has made is in the provider's: to name that one replaces nothing. */
    differences(type: ResourceType, olds: Values, news: Values, ignored: string[]): Difference[] {
        const isSame = isEmpty(olds.region) && news.region === this.clients.region;
        return differences(type, olds, news, ignored).map((difference) => ({
            ...difference,
            replaces: difference.replaces && !(difference.path === "region" && isSame),
        }));
    }

    async create(type: ResourceType, inputs: Values, { preview, seconds }: Limits): Promise<Made> {
        if (preview) return { id: "", state: plannedCreation(type, inputs) };
        const aws = this.aws(type, inputs, seconds);
        const id = await type.create(inputs, aws);
        const known = plannedUpdate(type, {}, inputs, []);
        const state = await this.settled(type, { id, state: known }, aws, async () =>
            type.finish?.(id, inputs, aws),
        );
        return { id, state };
    }

    async update(
        type: ResourceType,
        { id, state: olds }: Made,
        news: Values,
        ignored: string[],
        { preview, seconds }: Limits,
    ): Promise<Values> {
        const found = this.differences(type, olds, news, ignored);
        if (preview) return plannedUpdate(type, olds, news, found);
        const aws = this.aws(type, news, seconds);
        const known = plannedUpdate(type, olds, news, []);
        return this.settled(type, { id, state: known }, aws, async () =>
            type.update?.(id, change(olds, news, found), aws),
        );
    }

    async delete(type: ResourceType, { id, state }: Made, seconds: number): Promise<void> {
        await type.delete(id, state, this.aws(type, state, seconds));
    }

    /** Refreshes a resource, or imports it where there is no state yet; nothing where it is gone. */
    async read(
        type: ResourceType,
        { id, state }: Made,
        inputs: Values,
    ): Promise<(Made & { inputs: Values }) | undefined> {
        const imports = isEmpty(state);
        const [plainId, known] = imports && type.properties.region ? splitRegion(id) : [id, state];
        const read = await type.read(plainId, known, this.aws(type, known, 0));
        if (!read) return undefined;
        const now = this.stateOf(type, known, read);
        return {
            id: plainId,
            state: now,
            inputs: imports ? importedInputs(type, now) : refreshedInputs(inputs, now),
        };
    }

    async invoke(type: FunctionType, args: Values): Promise<Values> {
        const limits = { signal: this.cancellation.signal, seconds: tenMinutes };
        const told = await type.call(args, this.clients.in(args.region as string | undefined, limits));
        return Object.fromEntries(Object.keys(type.result).map((name) => [name, told[name]]));
    }

    checkArgs(type: FunctionType, args: Values) {
        return checkProperties(type.args, args, this.version);
    }

    cancel(): void {
        this.cancellation.abort();
    }

    private aws(type: ResourceType, { region }: Values, seconds: number) {
        return this.clients.in(region as string | undefined, {
            signal: this.cancellation.signal,
            seconds: seconds || (type.seconds ?? tenMinutes),
        });
    }

    /** The state of a resource after what there is still to do with it; what fails leaves it as AWS knows it then. */
    private async settled(
        type: ResourceType,
        { id, state: known }: Made,
        aws: Aws,
        work: () => Promise<void>,
    ) {
        try {
            await work();
            await type.ready?.(id, aws);
            const wanted = { ...aws, seconds: Math.min(aws.seconds, propagationSeconds) };
            const read = await until(`${type.token} ${id} to be found`, wanted, () =>
                type.read(id, known, aws),
            );
            return this.stateOf(type, known, read);
        } catch (error) {
            const read = await type.read(id, known, aws).catch(() => undefined);
            throw new NotReady(id, describe(error), read ? this.stateOf(type, known, read) : known);
        }
    }

    private stateOf(type: ResourceType, known: Values, read: Values): Values {
        const { region, tagsAll } = type.properties;
        const own = tagsAll ? this.ownTags(known, read.tagsAll as Record<string, string>) : undefined;
        return readState(type, known, {
            ...read,
            ...(region && { region: known.region ?? this.clients.region }),
            ...(tagsAll && { tags: own }),
        });
    }

    /** A resource's tags without those that it only has by default. */
    private ownTags(known: Values, tags: Record<string, string>): Values | undefined {
        const given = (known.tags ?? {}) as Values;
        const isDefault = (key: string, value: string) =>
            this.defaultTags[key] === value && given[key] !== value;
        const own = Object.entries(tags).filter(([key, value]) => !isDefault(key, value));
        return own.length > 0 || known.tags ? Object.fromEntries(own) : undefined;
    }
}

function change(olds: Values, news: Values, found: Difference[]) {
    const roots = new Set(found.map(({ path }) => rootOf(path)));
    return { olds, news, changed: (...names: string[]) => names.some((name) => roots.has(name)) };
}

const foreign = (got: string | undefined, region: string, want: string | undefined) =>
    `partition (${got}) for per-resource Region (${region}) is not the provider's configured partition (${want})`;

/** An import's id may end in `@region`. */
function splitRegion(id: string): [string, Values] {
    const [, plainId, region] = /^(.+)@([a-z]{2}(?:-[a-z]+)+-\d{1,2})$/.exec(id) ?? [
        undefined,
        id,
        undefined,
    ];
    return [plainId, { region }];
}
