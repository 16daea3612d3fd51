import type { Known } from "../values/known";
import { pathOf, quoted, say, type Phrase, type Report, type Sentence } from "../values/message";

/** The same cluster, or the same name for a cluster, twice in a list. */
export function clusterGivenTwice(clusters: Known, report: Report): void {
    const again = new Set<Known>();
    eachAgain(clusters.items, "clusterIdentifier", inLowercase, (cluster, first, identifier) => {
        if (identifier === undefined) return;
        again.add(cluster);
        report(identifier, () =>
            notUnique(say`must be unique, regardless of case`, identifier, first, remove),
        );
    });
    eachAgain(clusters.items, "name", exactly, (cluster, first, name) => {
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

/** The same parameter twice in a group. */
export function parameterGivenTwice(parameters: Known, report: Report): void {
    eachAgain(parameters.items, "name", inLowercase, (_, first, name) => {
        if (name) report(name, () => notUnique(say`must be unique, regardless of case`, name, first, remove));
    });
}

const remove = say`Remove one.`;

function notUnique(rule: Phrase, value: Known, first: Known, advice: Phrase): Sentence {
    const other = first.field(String(value.key)) ?? first;
    const received = say`${quoted(value)}, the same as ${pathOf(other)}`;
    return { rule, received, advice, comparedWith: other };
}

const exactly = (string: string) => string;
/** As RDS keeps identifiers and names of parameters. */
const inLowercase = (string: string) => string.toLowerCase();

/** Tells of each object that has in `field` what one before it has; what is left out is like what is left out. */
function eachAgain(
    objects: readonly Known[],
    field: string,
    kept: (string: string) => string,
    tell: (object: Known, first: Known, value: Known | undefined) => void,
): void {
    const firsts = new Map<string | undefined, Known>();
    for (const object of objects) {
        const value = object.field(field);
        // What is known later is like nothing else.
        if (object.kind !== "object" || (value && value.string === undefined)) continue;
        const string = value?.string === undefined ? undefined : kept(value.string);
        const first = firsts.get(string);
        if (first) tell(object, first, value);
        else firsts.set(string, object);
    }
}
