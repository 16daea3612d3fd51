import { parseArgs } from "node:util";

export interface Options {
    yes: boolean;
    destroy: boolean;
    help: boolean;
}

export const usage = `npm run test:aws -- [--yes] [--destroy]

Tests the component on Aurora in the AWS account and Region of your credentials. Says what it creates and what it costs, and asks first.

  --yes      does not ask
  --destroy  deletes what an earlier run has left, and creates nothing
`;

export function read(args: readonly string[]): Options {
    const { values } = parseArgs({
        args: [...args],
        options: {
            yes: { type: "boolean" },
            destroy: { type: "boolean" },
            help: { type: "boolean", short: "h" },
        },
    });
    return { yes: false, destroy: false, help: false, ...values };
}
