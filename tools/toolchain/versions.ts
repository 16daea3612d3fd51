const byNumber = new Intl.Collator("en", { numeric: true });

/** Compares dotted versions as Pulumi and Go write them: `3.99.0` is older than `3.200.0`, `1.9` than `1.25.11`. */
export const isOlder = (version: string, than: string) => byNumber.compare(version, than) < 0;
