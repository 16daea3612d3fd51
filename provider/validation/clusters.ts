import { isObject, mistake, shown, type Mistake } from "./check";

/** What is wrong with the clusters as a list: a cluster or a name that is there twice. */
export function clusterTwice(value: unknown, path: string): Mistake[] {
    if (!Array.isArray(value)) return [];
    const clusters: (Record<string, unknown> | undefined)[] = value.map((each: unknown) =>
        isObject(each) ? each : {},
    );
    return clusters.flatMap(({ name, clusterIdentifier } = {}, i) => {
        const before = clusters.slice(0, i);
        const namesake = before.findIndex((other) => other !== undefined && other.name === name);
        // RDS keeps identifiers in small letters.
        const same = before.findIndex((other) => isSameText(other?.clusterIdentifier, clusterIdentifier));
        return [
            ...(namesake < 0 ? [] : mistake(`${path}[${i}].name`, sameName(name, `${path}[${namesake}]`))),
            ...(same < 0
                ? []
                : mistake(
                      `${path}[${i}].clusterIdentifier`,
                      `${shown(clusterIdentifier)} is the cluster of ${path}[${same}] too, but a cluster has a role once: leave one out`,
                  )),
        ];
    });
}

function sameName(name: unknown, other: string): string {
    return name === undefined
        ? `is missing, as it is in ${other}: one cluster at most goes without a name, which tells them apart`
        : `${shown(name)} is the name of ${other} too: give each cluster a name of its own`;
}

/** What is wrong with the parameters of a group as a list: a parameter that is there twice. */
export function parameterTwice(value: unknown, path: string): Mistake[] {
    if (!Array.isArray(value)) return [];
    const names = value.map((each: unknown) => (isObject(each) ? each.name : undefined));
    return names.flatMap((name, i) => {
        const first = names.findIndex((other) => isSameText(other, name));
        if (first < 0 || first === i) return [];
        return mistake(
            `${path}[${i}].name`,
            `${shown(name)} is the name of ${path}[${first}] too: leave one out`,
        );
    });
}

function isSameText(one: unknown, other: unknown): boolean {
    return typeof one === "string" && typeof other === "string" && one.toLowerCase() === other.toLowerCase();
}
