import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cached } from "../../cache";
import { runGuarded } from "../../toolchain/processes";
import { withProgress } from "../../toolchain/progress";

/** The package managers, by the names that the docs give them, in the versions that the docs speak of. */
export const managers = {
    npm: { add: ["install"], settings: {} },
    pnpm: {
        package: "pnpm@12.21.0",
        script: "pnpm/bin/pnpm.mjs",
        add: ["add"],
        // It builds no package from a repository unless the project allows it, by its commit.
        settings: { "pnpm-workspace.yaml": "dangerouslyAllowAllBuilds: true\n" },
    },
    "Yarn 1": {
        package: "yarn-classic@npm:yarn@1.22.22",
        script: "yarn-classic/bin/yarn.js",
        add: ["add"],
        settings: {},
    },
    "Yarn 4": {
        package: "yarn-berry@npm:@yarnpkg/cli-dist@4.18.1",
        script: "yarn-berry/bin/yarn.js",
        add: ["add"],
        settings: {
            // Pulumi looks for its SDK in `node_modules`. Repositories have to be allowed.
            ".yarnrc.yml": 'nodeLinker: node-modules\napprovedGitRepositories: ["**"]\n',
            "yarn.lock": "",
        },
    },
} satisfies Record<
    string,
    { package?: string; script?: string; add: string[]; settings: Record<string, string> }
>;

export type Manager = keyof typeof managers;

/** Runs the package manager in the folder, with no settings of a package manager around this process. */
export async function runManager(manager: Manager, args: string[], cwd: string): Promise<void> {
    const row = managers[manager];
    const command = "script" in row ? [process.execPath, join(await fetched(), row.script)] : ["npm"];
    const env: NodeJS.ProcessEnv = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(npm|pnpm|yarn)_/i.test(name)),
    );
    // In CI, some refuse to change their lock file, which is what adding a package does.
    delete env.CI;
    await runGuarded(command[0]!, [...command.slice(1), ...args], { cwd, env });
}

/** The `node_modules` with the package managers that do not come with Node.js. */
async function fetched(): Promise<string> {
    const packages = Object.values(managers).flatMap((row) => ("package" in row ? [row.package] : []));
    const hash = createHash("sha256").update(packages.join("\n")).digest("hex").slice(0, 16);
    const folder = await cached(`package-managers-${hash}`, (unfinished) =>
        withProgress("pnpm and Yarn: fetching into .cache, about 10 seconds", async () => {
            await writeFile(join(unfinished, "package.json"), JSON.stringify({ private: true }));
            const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
            await runManager("npm", ["install", ...options, ...packages], unfinished);
        }),
    );
    return join(folder, "node_modules");
}
