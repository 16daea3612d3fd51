import { collect } from "../../doctor/collect";
import { diagnose } from "../../doctor/diagnose";
import type { Location } from "../../doctor/facts";
import type { Diagnosis } from "../../doctor/finding";
import { type Emulator } from "../support/emulator/emulator";
import { Account, region, type Setup } from "./account";

let accounts = 0;

/** A cluster whose access works, in an account of its own: emptying one takes longer than another one. */
export async function healthyAccount({ endpoint }: Emulator, setup?: Setup): Promise<Account> {
    const id = String(100_000_000_000 + ++accounts);
    const credentials = { accessKeyId: id, secretAccessKey: "test" };
    return new Account(id, { endpoint, region, credentials }, setup).create();
}

export async function examined(
    { cluster, connection }: Account,
    locations: readonly Location[],
    as: Account["connection"] = connection,
): Promise<Diagnosis> {
    return diagnose(await collect({ identifier: cluster, locations }, as));
}
