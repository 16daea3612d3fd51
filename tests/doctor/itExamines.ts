import assert from "node:assert/strict";
import type { Diagnosis } from "../../doctor/finding";
import { useAwsCli } from "../support/aws-cli";
import { useEmulator } from "../support/emulator/builders";
import { examined, healthyAccount } from "./examined";
import type { Scenario } from "./scenarios";
import { both } from "./scenarios/scenario";

const codesOf = ({ findings }: Diagnosis) => findings.map(({ code }) => code);

/** A test for each scenario: the doctor says what is broken and nothing else, and its commands mend it. */
export function itExamines(scenarios: readonly Scenario[]): void {
    const emulator = useEmulator();
    const runAwsCommands = useAwsCli();

    for (const { what, setup, breaks, asked = both, codes, isFixed, notChecked = [] } of scenarios) {
        const says = codes.length > 0 ? `says ${codes.join(", ")}` : "finds nothing";
        it(`${says}${isFixed ? ", and how to fix it," : ""} if ${what}`, async () => {
            const account = await healthyAccount(emulator(), setup);
            await breaks(account);
            const diagnosis = await examined(account, asked(account));
            assert.deepEqual(codesOf(diagnosis), codes);
            if (codes.length === 0) {
                assert.deepEqual(
                    diagnosis.notChecked.map((each) => each.what),
                    notChecked,
                );
            }
            if (!isFixed) return;

            await runAwsCommands(
                diagnosis.findings.flatMap(({ fix }) => fix.commands),
                account.connection,
            );
            // What an association takes until it is active.
            await account.settle();
            const after = await examined(account, asked(account));
            assert.deepEqual([after.verdict, codesOf(after)], ["healthy", []]);
        });
    }
}
