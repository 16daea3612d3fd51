import type { CodeName } from "../../../doctor/codes";
import type { Location } from "../../../doctor/facts";
import type { Account, Setup } from "../account";

/** Something that is broken, and what the doctor has to say. */
export interface Scenario {
    /** What is the case. The title of a test. */
    readonly what: string;
    readonly setup?: Setup;
    readonly breaks: (account: Account) => Promise<unknown>;
    /** What is asked; otherwise an object in the bucket for imports, and the bucket for exports. */
    readonly asked?: (account: Account) => Location[];
    /** The findings, causes first. None: it is healthy. */
    readonly codes: readonly CodeName[];
    /** The commands that the doctor prints make it healthy. */
    readonly isFixed?: true | undefined;
    /** What else is not checked, for example, because it belongs to somebody else. */
    readonly notChecked?: readonly string[];
}

/** What is asked is broken, not what is there. */
export const nothing = (): Promise<void> => Promise.resolve();

export const postgresql: Setup = { engine: "aurora-postgresql" };

export const at = (
    direction: Location["direction"],
    bucket: string,
    key = "",
    region?: string,
): Location => ({
    direction,
    bucket,
    key,
    region,
    from: "argument",
});

/** Both directions, as they are when a cluster is healthy. */
export const both = ({ raw, reports }: Account): Location[] => [
    at("import", raw, "incoming/orders.csv"),
    at("export", reports, "daily/"),
];
