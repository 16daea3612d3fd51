import assert from "node:assert/strict";
import fc from "fast-check";
import { AuroraS3Access } from "../../../provider";
import { findMistakes } from "../../../provider/validation/findMistakes";
import { validConfiguration, type Configuration } from "../../support/inputs/configurations";
import { numRuns } from "../../support/inputs/runs";
import { run, type Registered } from "./program";

interface Entry {
    clusterIdentifier: string;
    name?: string;
    formerNames?: string[];
    region?: string;
}

/** By what AWS tells a resource from others of its type: another resource with the same is the same one. */
const identityOf: Record<string, (inputs: Record<string, string>) => string | undefined> = {
    "aws:iam/policy:Policy": ({ name }) => name,
    "aws:iam/role:Role": ({ name }) => name,
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ({ role, policyArn }) => `${role} ${policyArn}`,
    // A cluster that has a role refuses it for another feature, too. One of another engine is another cluster.
    "aws:rds/clusterRoleAssociation:ClusterRoleAssociation": ({
        dbClusterIdentifier,
        featureName,
        region,
        roleArn,
    }) => `${featureName ? "PostgreSQL" : "MySQL"} ${dbClusterIdentifier} ${region} ${roleArn}`,
    "aws:rds/clusterParameterGroup:ClusterParameterGroup": ({ name, region }) => name && `${region} ${name}`,
};

interface Child {
    id: string;
    aliases: string[];
    identity: string | undefined;
}

async function childrenOf(configuration: Configuration): Promise<Child[]> {
    const program = () => new AuroraS3Access("sales", configuration);
    const newResource = ({ type, name, inputs }: { type: string; name: string; inputs: object }) => {
        // An automatic name is like no given one.
        const named = { name: `${name}-0123abc`, ...inputs };
        return { id: name, state: { ...named, arn: `arn:aws:iam::123456789012:${type}/${named.name}` } };
    };
    const { resources } = await run(program, { mocks: { newResource } });
    return resources.flatMap(childOf);
}

function childOf({ id, aliases, inputs }: Registered): Child[] {
    const [type = ""] = id.split(" ");
    const identity = identityOf[type]?.(inputs as Record<string, string>);
    if (!(type in identityOf)) return [];
    return [
        {
            id,
            aliases: aliases.map((name) => `${type} ${name}`),
            identity: identity && `${type} ${identity}`,
        },
    ];
}

/**
 * What is for one purpose, and of a list that is split at one place. A policy that gets the name that another one has, or had
 * before it, is refused when it is created: `load-2` is also what the second one is called where `load` is given.
 */
const kindOf = ({ id }: Child) => (/ sales-(?:import|export|kms)(?:-\d+)?\b/.exec(id) ?? ["any"])[0];

/** The child that the engine takes for the one from before. */
const takenOver = (child: Child, before: readonly Child[]) =>
    [child.id, ...child.aliases].find((id) => before.some((each) => each.id === id));

const entriesOf = ({ clusters }: Configuration) => (clusters ?? []) as Entry[];

/** The second of two configurations as it follows the first, with the names that its clusters had there. */
function following(before: Configuration, after: Configuration): Configuration {
    const entries = entriesOf(after).map(({ clusterIdentifier, name, region }): Entry => {
        const entry = { clusterIdentifier, name, region };
        const old = entriesOf(before).find((each) => isSameCluster(each, entry));
        if (old === undefined || old.name === entry.name) return entry;
        const isTold = old.name === undefined && entriesOf(after).length === 1;
        return isTold ? entry : { ...entry, formerNames: [old.name ?? ""] };
    });
    return entries.length === 0 ? after : { ...after, clusters: entries };
}

const isSameCluster = (one: Entry, other: Entry) =>
    one.clusterIdentifier === other.clusterIdentifier && one.region === other.region;

/** A name that another cluster has now or had before is no former name, and says nothing about the cluster that had it. */
const keepsNames = (before: Configuration, after: Configuration) =>
    findMistakes(after).length === 0 &&
    entriesOf(after).every((entry) => {
        const named = entriesOf(before).find(({ name }) => name === entry.name);
        const isKnown = entriesOf(before).some((each) => isSameCluster(each, entry));
        return !isKnown || !named || isSameCluster(named, entry);
    });

const edits = fc
    .tuple(validConfiguration, validConfiguration)
    .map(([before, after]): [Configuration, Configuration] => [before, following(before, after)])
    .filter(([before, after]) => keepsNames(before, after));

const role = "arn:aws:iam::123456789012:role/aurora";
const importFrom = [{ bucket: "raw" }];
const postgresql = { engine: "aurora-postgresql" };

/** Edits of which random ones are few. */
const examples: [Configuration, Configuration][] = [
    [
        { predefinedPolicy: "AmazonS3ReadOnlyAccess", existingRoleArn: role },
        { predefinedPolicy: "AmazonS3ReadOnlyAccess", existingRoleArn: role, ...postgresql },
    ],
    [
        { importFrom, existingRoleArn: role, clusters: [{ clusterIdentifier: "eu" }], ...postgresql },
        {
            exportTo: importFrom,
            existingRoleArn: role,
            clusters: [{ clusterIdentifier: "eu" }],
            ...postgresql,
        },
    ],
    [
        { importFrom, clusters: [{ clusterIdentifier: "eu" }, { clusterIdentifier: "us", name: "us" }] },
        { importFrom, clusters: [{ clusterIdentifier: "us", name: "us" }] },
    ],
    ...[{}, postgresql].map((engine): [Configuration, Configuration] => [
        { importFrom, ...engine, clusters: [{ clusterIdentifier: "eu" }] },
        { importFrom, ...engine, clusters: [{ clusterIdentifier: "eu", name: "import" }] },
    ]),
];

describe("what the children are in AWS", function () {
    this.timeout(600_000);

    // Warnings have claims of their own.
    const { warn } = console;
    before(() => (console.warn = () => undefined));
    after(() => (console.warn = warn));

    it("is each child's own", () =>
        fc.assert(
            fc.asyncProperty(validConfiguration, async (configuration) => {
                const children = await childrenOf(configuration);
                const identities = children.flatMap(({ identity }) => identity ?? []);
                assert.deepEqual(identities, [...new Set(identities)]);
                const ids = children.flatMap(({ id, aliases }) => [id, ...aliases]);
                assert.deepEqual(ids, [...new Set(ids)], "two resources cannot have one alias");
            }),
            { numRuns: numRuns / 4 },
        ));

    it("stays with the child that has it, whatever is edited", () =>
        fc.assert(
            fc.asyncProperty(edits, async ([before, after]) => {
                const [old, now] = [await childrenOf(before), await childrenOf(after)];
                for (const child of now) {
                    const holder = old.find(
                        (each) =>
                            each.identity !== undefined &&
                            each.identity === child.identity &&
                            kindOf(each) === kindOf(child),
                    );
                    if (holder) assert.equal(takenOver(child, old), holder.id, child.identity);
                }
            }),
            {
                numRuns: numRuns / 4,
                examples: examples.map((edit): [[Configuration, Configuration]] => [edit]),
            },
        ));
});
