import { huge } from "./texts";

/** A value in so many others. */
export function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
    let value: unknown = "x";
    for (let i = 0; i < levels; i++) value = wrap(value);
    return value;
}

class Location {
    bucket = "raw-data";
}
const circle = () => {
    const object: Record<string, unknown> = { bucket: "raw-data" };
    object.objects = [object];
    return object;
};
const revoked = (target: object) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
};
const throwing = (trap: keyof ProxyHandler<object>, target: object) =>
    new Proxy(target, {
        [trap]: () => {
            throw new RangeError("a trap");
        },
    });

/** What only a program of Node.js can give. */
export const oddValues: (() => unknown)[] = [
    () => huge,
    ...[
        () => Symbol("raw"),
        () => 10n,
        () => () => "raw-data",
        () => new Date(0),
        () => new Map([["bucket", "raw"]]),
    ],
    ...[
        () => new Set(["raw"]),
        () => new Location(),
        () => new String("raw-data"),
        () => /raw/,
        () => new Error("raw"),
    ],
    ...[
        circle,
        () => Buffer.from("raw-data"),
        () => new Uint8Array(8),
        () => new Array<unknown>(7),
        () => new WeakMap(),
    ],
    ...[
        () => new Array<unknown>(2 ** 32 - 1),
        () => class Bucket {},
        () => globalThis,
        () => new Proxy(() => "raw", {}),
    ],
    ...[
        () => revoked({}),
        () => revoked([]),
        () => throwing("ownKeys", {}),
        () => throwing("getPrototypeOf", {}),
    ],
    ...[
        () => throwing("get", { bucket: "raw-data" }),
        () => throwing("get", [1]),
        () => throwing("ownKeys", { a: 1 }),
    ],
    () => Object.create(throwing("getPrototypeOf", {})) as unknown,
    () => nested(100_000, (bucket) => ({ bucket })),
    () => nested(100_000, (inner) => [inner]),
    () => Array.from({ length: 10_000 }, () => null),
    () => ({ toString: () => "raw-data", valueOf: () => "raw-data", [Symbol.toPrimitive]: () => "raw-data" }),
    () => Object.create({ get constructor(): never { throw new TypeError("a getter"); } }, {}) as unknown, // prettier-ignore
];
