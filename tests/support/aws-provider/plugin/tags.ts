export interface Tag {
    Key?: string;
    Value?: string;
}

export const toTagList = (tags: Record<string, string> = {}) =>
    Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** Without the tags that AWS itself sets and lets nobody change. */
export const fromTagList = (tags: Tag[] = []): Record<string, string> =>
    Object.fromEntries(
        tags.filter(({ Key }) => !Key!.startsWith("aws:")).map(({ Key, Value }) => [Key!, Value ?? ""]),
    );

/** What to take off and what to put on, from one set of tags to another. */
export function tagChange(olds: Record<string, string> = {}, news: Record<string, string> = {}) {
    return {
        removed: Object.keys(olds).filter((key) => !(key in news)),
        set: toTagList(
            Object.fromEntries(Object.entries(news).filter(([key, value]) => olds[key] !== value)),
        ),
    };
}
