/** How many rows run side by side, each in a process of its own. */
const atOnce = 2;

/** Runs each row of a table before its tests, and gives what came of a row, or its failure. */
export function useRows<Row, Seen>(
    rows: readonly Row[],
    run: (row: Row) => Promise<Seen>,
): (row: Row) => Promise<Seen> {
    const results = new Map<Row, Promise<Seen>>();
    before(function () {
        // One takes some six seconds, several times that on a busy machine.
        this.timeout(rows.length * 30_000);
        const waiting = [...rows];
        const lane = async () => {
            for (let row = waiting.shift(); row; row = waiting.shift()) {
                const seen = run(row);
                results.set(row, seen);
                await seen.catch(() => undefined);
            }
        };
        return Promise.all(Array.from({ length: atOnce }, lane));
    });
    return (row) => results.get(row)!;
}
