import { AuroraS3Access } from "../../provider";
import { AuroraS3Access as PluginAuroraS3Access } from "../../sdk/nodejs/auroraS3Access";
import type { Emulator } from "../support/emulator/emulator";
import type { InlineStack, Program } from "../support/engine";
import { useInlineStacks } from "./inlineStacks";
import { usePluginOnPath } from "./pluginOnPath";
import { useRows } from "./rows";

/** The component as the library has it, and as the SDK for the plugin has it. */
export type Component = typeof AuroraS3Access | typeof PluginAuroraS3Access;

/** What a claim is made with. */
export interface Tools {
    Component: Component;
    aws: Emulator;
    /** For names in AWS that no other claim has, as claims run side by side. */
    unique: string;
    /** A stack of this program for `use` alone, which is destroyed right after it. */
    duringStack: <T>(program: Program, use: (stack: InlineStack) => Promise<T>) => Promise<T>;
}

/** Makes each claim twice: of the component in process, and of the component through the plugin. */
export function claimBothWays(about: string, claims: Record<string, (tools: Tools) => Promise<void>>): void {
    describe(about, () => {
        const { aws, duringStack } = useInlineStacks();
        usePluginOnPath();
        const ways = { "in process": AuroraS3Access, "through the plugin": PluginAuroraS3Access };
        const rows = Object.entries(claims).flatMap(([claim, holds], i) =>
            Object.entries(ways).map(([way, Component]) => ({
                title: `${claim}, ${way}`,
                unique: `${way.split(" ").at(-1)}-${i}`,
                holds,
                Component,
            })),
        );
        const outcomeOf = useRows(rows, ({ holds, Component, unique }) =>
            holds({
                Component,
                aws: aws(),
                unique,
                duringStack: (program, use) => duringStack("options", program, use),
            }),
        );
        for (const row of rows) it(row.title, () => outcomeOf(row));
    });
}
