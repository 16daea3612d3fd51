import { readFileSync } from "node:fs";
import { join } from "node:path";

export const projectFolder = join(__dirname, "..");

interface Manifest {
    name: string;
    version: string;
    description: string;
    keywords: string[];
    license: string;
    repository?: string | { url: string };
    bin: Record<string, string>;
    scripts: Record<string, string>;
}

const read = (file: string) => JSON.parse(readFileSync(join(projectFolder, file), "utf8")) as Manifest;

/** The package's own manifest. */
export const manifest = read("package.json");

/** The version of the AWS SDK that the plugin is made with, and so of the `aws` plugin that it asks for. */
export const awsSdkVersion = read("node_modules/@pulumi/aws/package.json").version;
