/**
 * The medians of what is measured, each `rounds` times. They take turns, so that what else goes on on the machine
 * slows all of them alike; a first round that is not counted fills the caches.
 */
export async function interleaved<Name extends string, Measures extends Record<string, number>>(
    rounds: number,
    measurements: Record<Name, () => Promise<Measures>>,
): Promise<Record<Name, Measures>> {
    const measured = Object.entries<() => Promise<Measures>>(measurements).map(([name, measure]) => ({
        name,
        measure,
        results: [] as Measures[],
    }));
    for (let round = 0; round <= rounds; round++) {
        for (const { measure, results } of measured) {
            const result = await measure();
            if (round > 0) results.push(result);
        }
    }
    return Object.fromEntries(measured.map(({ name, results }) => [name, medians(results)])) as Record<
        Name,
        Measures
    >;
}

function medians<Measures extends Record<string, number>>(results: Measures[]): Measures {
    const keys = Object.keys(results[0]!);
    return Object.fromEntries(
        keys.map((key) => [key, median(results.map((each) => each[key]!))]),
    ) as Measures;
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;
