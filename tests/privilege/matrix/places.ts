/** Where each call is tried. */
export const places = {
    bucket: { title: "the bucket", kind: "bucket" },
    object: { title: "an object in scope", kind: "object" },
    outside: { title: "an object out of scope", kind: "object" },
    otherBucket: { title: "another bucket", kind: "bucket" },
    otherObject: { title: "an object in another bucket", kind: "object" },
    key: { title: "the KMS key", kind: "key" },
    otherKey: { title: "another KMS key", kind: "key" },
    account: { title: "the account", kind: "other" },
} as const;

export type Place = keyof typeof places;

/** What a call acts on. `other` is for calls that act on neither a bucket, an object nor a key. */
export type Kind = (typeof places)[Place]["kind"];

export const placeNames = Object.keys(places) as Place[];

export const kinds: readonly Kind[] = ["bucket", "object", "key", "other"];
