import { associationBreaks, parameterBreaks, trustBreaks } from "./association";
import { bucketBreaks } from "./bucket";
import { keyBreaks } from "./key";
import { networkBreaks } from "./network";
import { policyBreaks } from "./policies";
import { unreadBreaks } from "./unread";

export type { Break } from "./break";

/** Every way in which the access breaks, and what only looks so. */
export const breaks = [
    ...associationBreaks,
    ...parameterBreaks,
    ...trustBreaks,
    ...policyBreaks,
    ...bucketBreaks,
    ...keyBreaks,
    ...networkBreaks,
    ...unreadBreaks,
];
