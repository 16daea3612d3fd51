import type { Known } from "../values/known";
import { pathOf, quoted, say, type Phrase, type Report, type Sentence } from "../values/message";

/** The same cluster, or the same name for a cluster, twice in a list. */
export function clusterGivenTwice(clusters: Known, report: Report): void {
    const again = new Set<Known>();
    // Without a Region an entry is in that of the provider, which may be the one that another entry names, or not.
    const sameCluster = both(same("clusterIdentifier", inLowercase), same("region"));
    eachAgain(clusters.items, sameCluster, (cluster, first) => {
        const identifier = cluster.field("clusterIdentifier");
        if (identifier === undefined) return;
        again.add(cluster);
        report(identifier, () =>
            notUnique(
                say`must be unique in a Region, regardless of case`,
                identifier,
                first,
                say`Remove one, or set region if they are in different Regions.`,
            ),
        );
    });
    eachAgain(clusters.items, same("name"), (cluster, first) => {
        const name = cluster.field("name");
        if (name) {
            report(name, () =>
                notUnique(say`must be unique`, name, first, say`Give each cluster its own name.`),
            );
        } else if (!again.has(cluster)) {
            report(
                cluster,
                () => ({
                    rule: say`must be set, because ${pathOf(first)} has no name either`,
                    advice: say`Give every cluster but one a name: names distinguish the associations.`,
                }),
                "name",
            );
        }
    });
}

/**
 * A former name that an entry has now, or that another entry had too: each becomes an alias, which two resources cannot share, and
 * which means nothing for a resource whose own name is in the state.
 */
export function formerNameTaken(clusters: Known, report: Report): void {
    const entries = clusters.items.filter(({ kind }) => kind === "object");
    const holders = new Map(entries.map((entry) => [nameOf(entry), entry]));
    const firsts = new Map<string, Known>();
    for (const entry of entries) {
        for (const former of entry.field("formerNames")?.items ?? []) {
            if (former.string === undefined) continue;
            const [holder, first] = [holders.get(former.string), firsts.get(former.string)];
            if (holder) report(former, () => stillHeld(former, holder, entry));
            else if (first) report(former, () => notUnique(say`must be unique`, former, first, removeOne));
            else firsts.set(former.string, former);
        }
    }
}

/** Undefined where it is not known; empty where there is none. */
const nameOf = (entry: Known) => (entry.field("name") ? entry.field("name")?.string : "");

function stillHeld(former: Known, holder: Known, entry: Known): Sentence {
    const name = holder.field("name");
    const held = name ? say`the same as ${pathOf(name)}` : say`and ${pathOf(holder)} has no name`;
    return {
        rule: say`cannot be the current name of an entry`,
        received: say`${quoted(former)}, ${held}`,
        advice:
            holder === entry
                ? remove
                : say`Give ${pathOf(holder)} another name. To swap names, use two updates.`,
        comparedWith: name,
    };
}

/** The same parameter twice in a group. */
export function parameterGivenTwice(parameters: Known, report: Report): void {
    eachAgain(parameters.items, same("name", inLowercase), (parameter, first) => {
        const name = parameter.field("name");
        if (name)
            report(name, () => notUnique(say`must be unique, regardless of case`, name, first, removeOne));
    });
}

const removeOne = say`Remove one.`;
const remove = say`Remove it.`;

function notUnique(rule: Phrase, value: Known, first: Known, advice: Phrase): Sentence {
    const other = first.field(String(value.key)) ?? first;
    const received = say`${quoted(value)}, the same as ${pathOf(other)}`;
    return { rule, received, advice, comparedWith: other };
}

/** As RDS keeps identifiers and names of parameters. */
const inLowercase = (string: string) => string.toLowerCase();

/** What makes an object the same as another; undefined where that is known later, which is like nothing else. */
type KeyOf = (object: Known) => string | undefined;

/** By a field, where what is left out is like what is left out. */
const same =
    (field: string, kept = (string: string) => string): KeyOf =>
    (object) => {
        const value = object.field(field);
        if (value === undefined) return "none";
        return value.string === undefined ? undefined : `the string ${kept(value.string)}`;
    };

const both =
    (one: KeyOf, other: KeyOf): KeyOf =>
    (object) => {
        const [first, second] = [one(object), other(object)];
        return first === undefined || second === undefined ? undefined : `${first}\n${second}`;
    };

/** Tells of each object that is the same as one before it. */
function eachAgain(
    objects: readonly Known[],
    keyOf: KeyOf,
    tell: (object: Known, first: Known) => void,
): void {
    const firsts = new Map<string, Known>();
    for (const object of objects) {
        const key = object.kind === "object" ? keyOf(object) : undefined;
        if (key === undefined) continue;
        const first = firsts.get(key);
        if (first) tell(object, first);
        else firsts.set(key, object);
    }
}
