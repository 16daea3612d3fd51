/** Holds the answers to registrations back until it lets all of them go. */
export function gate(isHeld: (id: string) => boolean = () => true) {
    let count = 0;
    let onHeld: () => void = () => undefined;
    let letGo!: () => void;
    const released = new Promise<void>((resolve) => (letGo = resolve));
    return {
        letGo,
        hold: (id: string) => {
            if (!isHeld(id)) return;
            count++;
            onHeld();
            return released;
        },
        /** Until so many wait. */
        held: (all: number) =>
            new Promise<void>((resolve) => {
                onHeld = () => count >= all && resolve();
                onHeld();
            }),
    };
}
