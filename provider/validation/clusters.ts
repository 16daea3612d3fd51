import { isObject, mistake, shown, type Mistake } from "./check";

/** What is wrong with the clusters as a list: a cluster or a name that is there twice. */
export function clusterTwice(value: unknown, path: string): Mistake[] {
    if (!Array.isArray(value)) return [];
    const clusters = value.map((each: unknown) => (isObject(each) ? each : {}));
    return clusters.flatMap(({ name, clusterIdentifier }, i) => {
        const before = clusters.slice(0, i);
        const namesake = before.findIndex((other) => other.name === name);
        const same = before.findIndex(
            (other) => typeof clusterIdentifier === "string" && other.clusterIdentifier === clusterIdentifier,
        );
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
