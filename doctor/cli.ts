import { parseArgs } from "node:util";
import { suggestionAmong } from "../provider/values/suggestion";
import type { Location } from "./facts";
import { locationOf } from "./locations";

export type Order =
    | { readonly what: "help" | "version" }
    | { readonly what: "mistakes"; readonly mistakes: readonly string[] }
    | { readonly what: "diagnose"; readonly given: Given };

export interface Given {
    readonly identifier: string;
    readonly region?: string | undefined;
    readonly profile?: string | undefined;
    readonly locations: readonly Location[];
    readonly json: boolean;
}

const options = {
    region: { type: "string" },
    profile: { type: "string" },
    import: { type: "string", multiple: true },
    export: { type: "string", multiple: true },
    json: { type: "boolean" },
    help: { type: "boolean", short: "h" },
    version: { type: "boolean" },
} as const;

type Name = keyof typeof options;

const optionNames = Object.keys(options).map((name) => `--${name}`);
const meantOption = suggestionAmong(optionNames);

const forms: Partial<Record<Name, { pattern: RegExp; form: string }>> = {
    region: {
        pattern: /^[a-z]{2,4}(-[a-z]+)+-\d+$/,
        form: "the name of an AWS Region, for example, us-east-1",
    },
    profile: { pattern: /./, form: "the name of a profile in the AWS configuration files" },
};

/** What the words after `doctor` order. All mistakes are told at once, so Node's parser reads and does not judge. */
export function read(args: readonly string[]): Order {
    const { tokens } = parseArgs({
        args: [...args],
        options,
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const mistakes: string[] = [];
    let hasUnknown = false;
    const values = new Map<Name, string[]>();
    const positionals: string[] = [];
    for (const token of tokens) {
        if (token.kind === "positional") positionals.push(token.value);
        if (token.kind !== "option") continue;
        const { name, rawName, value } = token;
        if (!isName(name)) {
            hasUnknown = true;
            mistakes.push(unknownOption(rawName));
        } else if (options[name].type === "boolean") {
            if (value === undefined) values.set(name, []);
            else mistakes.push(`${rawName}: takes no value, but received ${quoted(value)}.`);
        } else if (!value || (value.startsWith("-") && !token.inlineValue)) {
            mistakes.push(`${rawName}: must be followed by a value, for example, ${examples[name]}.`);
        } else values.set(name, [...(values.get(name) ?? []), value]);
    }
    if (values.has("help")) return { what: "help" };
    if (values.has("version")) return { what: "version" };

    // A value of an unknown option would look like another cluster.
    mistakes.push(...clusterMistakes(hasUnknown ? positionals.slice(-1) : positionals));
    mistakes.push(...[...values].flatMap(formMistakes));
    const locations: Location[] = [];
    for (const direction of ["import", "export"] as const) {
        for (const uri of values.get(direction) ?? []) {
            const location = locationOf(direction, uri);
            if ("error" in location) mistakes.push(`--${direction}: ${location.error}`);
            else locations.push(location);
        }
    }
    if (mistakes.length > 0) return { what: "mistakes", mistakes };
    const given = {
        identifier: positionals[0]!,
        region: values.get("region")?.at(-1),
        profile: values.get("profile")?.at(-1),
        locations,
        json: values.has("json"),
    };
    return { what: "diagnose", given };
}

const examples: Record<string, string> = {
    region: "--region us-east-1",
    profile: "--profile production",
    import: "--import s3://sales-raw/incoming/orders.csv",
    export: "--export s3://sales-reports/daily/",
};

const isName = (name: string): name is Name => Object.hasOwn(options, name);

function unknownOption(rawName: string): string {
    const meant = meantOption(rawName);
    const hint =
        meant === undefined ? `The options are ${optionNames.join(", ")}.` : `Did you mean ${meant}?`;
    return `${rawName}: unknown option. ${hint}`;
}

function formMistakes([name, values]: [Name, readonly string[]]): string[] {
    const { pattern, form } = forms[name] ?? {};
    return values
        .filter((value) => !(pattern?.test(value) ?? true))
        .map((value) => `--${name}: must be ${form}, but received ${quoted(value)}.`);
}

// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html#RDS_Limits.Constraints
const identifierForm = /^[A-Za-z](-?[A-Za-z0-9])*$/;

function clusterMistakes([identifier, ...more]: readonly string[]): string[] {
    if (identifier === undefined) {
        return [`CLUSTER: requires the identifier of a DB cluster, for example, "doctor sales".`];
    }
    const mistakes = more.map(
        (word) =>
            `CLUSTER: must be one identifier, but received ${quoted(word)} after ${quoted(identifier)}.`,
    );
    if (identifierForm.test(identifier)) return mistakes;
    const meant = clusterNamedIn(identifier);
    const hint =
        meant === undefined
            ? "It has letters, digits and single hyphens, and starts with a letter."
            : `Use "doctor ${meant.name} --region ${meant.region}".`;
    return [
        ...mistakes,
        `CLUSTER: must be the identifier of a DB cluster, but received ${quoted(identifier)}. ${hint}`,
    ];
}

/** The cluster of an endpoint or an ARN. */
function clusterNamedIn(text: string): { name: string; region: string } | undefined {
    const [, name, region] = /^([^.]+)\.[^.]+\.([a-z0-9-]+)\.rds\.amazonaws\.com/.exec(text) ?? [];
    if (name !== undefined && region !== undefined) return { name, region };
    const [, inRegion, inArn] = /^arn:[^:]+:rds:([^:]+):\d*:(?:cluster|db):([^:]+)$/.exec(text) ?? [];
    return inRegion !== undefined && inArn !== undefined ? { name: inArn, region: inRegion } : undefined;
}

const longest = 100;
const quoted = (text: string): string =>
    JSON.stringify(text.length > longest ? `${text.slice(0, longest)}...` : text);
