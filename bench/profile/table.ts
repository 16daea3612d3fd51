import { markdownTable } from "../../tools/markdownTable";

/** Milliseconds by what they were used for, such as a package, by the name of the profile. */
export type Profiles = Record<string, ReadonlyMap<string, number>>;

/** What takes less than a hundredth in each profile is summed up. */
const least = 0.01;

/** A table with a column for each profile. */
export function profileTable(title: string, profiles: Profiles): string {
    const columns = Object.entries(profiles).map(([name, times]) => {
        const total = [...times.values()].reduce((sum, time) => sum + time, 0);
        return { name, times, total };
    });
    const names = [...new Set(columns.flatMap(({ times }) => [...times.keys()]))];
    const most = (name: string) => Math.max(...columns.map(({ times }) => times.get(name) ?? 0));
    const isShown = (name: string) =>
        columns.some(({ times, total }) => (times.get(name) ?? 0) >= least * total);
    const shown = names.filter(isShown).sort((one, other) => most(other) - most(one));

    const cell = (time: number, total: number) =>
        `${time.toFixed(0)} ms (${((100 * time) / total).toFixed(1)}%)`;
    const lines = shown.map((name) => [
        name,
        ...columns.map(({ times, total }) => cell(times.get(name) ?? 0, total)),
    ]);
    const others = columns.map(({ times, total }) => {
        const hidden = [...times].filter(([name]) => !isShown(name));
        return cell(
            hidden.reduce((sum, [, time]) => sum + time, 0),
            total,
        );
    });
    const head = [title, ...columns.map(({ name }) => name)];
    const rows = [
        ...lines,
        ...(shown.length < names.length ? [["others", ...others]] : []),
        ["**total**", ...columns.map(({ total }) => `**${total.toFixed(0)} ms**`)],
    ];
    return markdownTable(head, rows, { ofNumbers: true });
}
