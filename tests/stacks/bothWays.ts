import { AuroraS3Access } from "../../provider";
import { AuroraS3Access as PluginAuroraS3Access } from "../../sdk/nodejs/auroraS3Access";
import type { Emulator } from "../support/emulator/emulator";
import type { InlineStack, Program } from "../support/engine";
import { useInlineStacks } from "./inlineStacks";
import { usePluginOnPath } from "./pluginOnPath";

/** The component as the library has it, and as the SDK for the plugin has it. */
export type Component = typeof AuroraS3Access | typeof PluginAuroraS3Access;

/** What a claim is made with. */
export interface Tools {
    Component: Component;
    aws: Emulator;
    /** For names in AWS that no other claim has. */
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
        for (const [i, [claim, holds]] of Object.entries(claims).entries()) {
            for (const [way, Component] of Object.entries(ways)) {
                it(`${claim}, ${way}`, () =>
                    holds({
                        Component,
                        aws: aws(),
                        unique: `${way.split(" ").at(-1)}-${i}`,
                        duringStack: (program, use) => duringStack("options", program, use),
                    }));
            }
        }
    });
}
