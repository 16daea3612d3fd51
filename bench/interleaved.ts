/**
 * The medians of what is measured, each `rounds` times. They take turns, so that what else goes on on the machine
 * slows all of them alike; a first round that is not counted fills the caches.
 */
export async function interleaved<Name extends string, Measures extends Record<string, number>>(
    rounds: number,
    measurements: Record<Name, () => Promise<Measures>>,
): Promise<Record<Name, Measures>> {
    return ofEach(await spreads(rounds, measurements), (measures) =>
        ofEach(measures, ({ median }) => median),
    ) as Record<Name, Measures>;
}

/** What was measured, and how far apart the measurements are. */
export interface Spread {
    median: number;
    least: number;
    most: number;
}

/** As `interleaved`, for what is so long that a few rounds must do: with how far apart they are. */
export async function spreads<Name extends string, Measure extends string>(
    rounds: number,
    measurements: Record<Name, () => Promise<Record<Measure, number>>>,
): Promise<Record<Name, Record<Measure, Spread>>> {
    const results = ofEach(measurements, () => [] as Record<Measure, number>[]);
    for (let round = 0; round <= rounds; round++) {
        for (const name of Object.keys(measurements) as Name[]) {
            const result = await measurements[name]();
            if (round > 0) results[name].push(result);
        }
    }
    return ofEach(results, (taken) =>
        ofEach(taken[0]!, (_, measure) => spread(taken.map((each) => each[measure]))),
    );
}

function spread(numbers: number[]): Spread {
    const sorted = numbers.sort((a, b) => a - b);
    return { median: sorted[sorted.length >> 1]!, least: sorted[0]!, most: sorted.at(-1)! };
}

function ofEach<Key extends string, Value, Made>(
    values: Record<Key, Value>,
    make: (value: Value, key: Key) => Made,
): Record<Key, Made> {
    const entries = Object.entries(values) as [Key, Value][];
    return Object.fromEntries(entries.map(([key, value]) => [key, make(value, key)])) as Record<Key, Made>;
}
