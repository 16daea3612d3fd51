import assert from "node:assert/strict";
import { codes, type Code, type CodeName } from "../../../../doctor/codes";
import { diagnose } from "../../../../doctor/diagnose";
import type { Link } from "../../../../doctor/finding";
import { breaks } from "../../../support/doctor/breaks";
import { draftOf } from "../../../support/doctor/draft";
import { healthy, type Kind } from "../../../support/doctor/facts";

interface Claim {
    readonly kind: Kind;
    /** The name of the break. */
    readonly broken: string;
    readonly found: {
        readonly code: CodeName;
        readonly problem: string;
        readonly evidence: readonly string[];
        readonly fix: string;
        readonly commands: readonly string[];
        readonly pulumi?: string;
        readonly sqlErrors: readonly string[];
    };
}

/** The whole finding of each break, and no other. */
export function claims(link: Link, table: readonly Claim[]): void {
    describe(`the link ${link}`, () => {
        for (const { kind, broken, found } of table) {
            const { code, fix, commands, pulumi, ...rest } = found;
            it(`gives ${code} with its evidence and fix if ${broken}`, () => {
                const facts = draftOf(healthy(kind));
                breaks.find(({ name }) => name === broken)!.apply(facts, kind, kind.directions[0]!);
                const { title }: Code = codes[code];
                assert.deepEqual(diagnose(facts).findings, [
                    {
                        ...{ code, link, title, ...rest },
                        fix: { text: fix, commands, pulumi },
                        directions: kind.directions,
                    },
                ]);
            });
        }
    });
}
