import { versionHere } from "../../../tests/packing/npmProject";
import { awsSdkVersion } from "../../project";
import type { Language } from "../../toolchain";
import { importing, writer } from "../programs";
import type { Release } from "../release";

/** The smallest program, as a user has it who has an SDK from `pulumi package add` alone. */
export interface Unfinished {
    language: Language;
    write: (folder: string) => Promise<void>;
    /** What Pulumi generates and installs, and a fresh copy of the program lacks. */
    generated: readonly string[];
}

const json = (value: object) => JSON.stringify(value, undefined, 4);

/** Without Java, where a program has to copy what is generated: `packageAdd.test.ts` does so. */
export const programs: Record<string, (release: Release) => Unfinished> = {
    TypeScript: (release) => {
        const dependencies = ["@pulumi/pulumi", "@types/node", "typescript"];
        const write = writer(release, "index.ts", "index.ts", {
            "Pulumi.yaml": "name: added-typescript\nruntime: nodejs\n",
            "package.json": json({
                name: "added-typescript",
                private: true,
                main: "index.ts",
                dependencies: Object.fromEntries(dependencies.map((name) => [name, versionHere(name)])),
            }),
            "tsconfig.json": json({
                compilerOptions: { target: "ES2022", module: "nodenext", strict: true, types: ["node"] },
                files: ["index.ts"],
            }),
        });
        return {
            language: "nodejs",
            generated: ["sdks", "node_modules"],
            write: importing(release, `${release.name}-sdk`, write),
        };
    },
    Python: (release) => ({
        language: "python",
        generated: ["sdks", "venv"],
        write: writer(release, "__main__.py", "__main__.py", {
            "Pulumi.yaml": json({
                name: "added-python",
                runtime: { name: "python", options: { virtualenv: "venv" } },
            }),
            // Else the newest, of which there is no plugin where AWS is emulated.
            "requirements.txt": `pulumi>=3.165.0,<4.0.0\npulumi-aws==${awsSdkVersion}\n`,
        }),
    }),
    Go: (release) => ({
        language: "go",
        generated: ["sdks"],
        write: writer(release, "main.go", "main.go", {
            "Pulumi.yaml": "name: added-go\nruntime: go\n",
            "go.mod": "module added-go\n\ngo 1.24\n",
        }),
    }),
    YAML: (release) => ({
        language: "yaml",
        generated: ["sdks"],
        write: writer(release, "Pulumi.yaml", "Pulumi.yaml", {}),
    }),
};
