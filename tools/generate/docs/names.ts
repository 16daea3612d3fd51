import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { identity as ours, type Identity } from "../../identity";
import { awsSdkVersion, manifest, projectFolder } from "../../project";

/** What programs and pages call the package by, and its versions: all that depends on `package.json`. */
export interface Names {
    identity: Identity;
    version: string;
    /** The version of the AWS provider that the plugin uses. */
    aws: string;
}

export const names: Names = { identity: ours, version: manifest.version, aws: awsSdkVersion };

/** How a name is found in what people have written, whatever it was before, and what it is. */
interface Rule {
    found: RegExp;
    name: (names: Names) => string;
}

const version = String.raw`\d+\.\d+\.\d+`;
const javaName = String.raw`(?:invalid|io\.github\.\w+)`;
const organization = String.raw`(?:invalid|io\.github\.[\w-]+)`;

const ofPackage = ({ version }: Names) => version;
const ofAws = ({ aws }: Names) => aws;

export const rules: Record<string, Rule> = {
    "the Go module": {
        found: /(?:aurora-s3-access\.invalid|github\.com\/[\w-]+\/[\w.-]+)\/sdk\/go\b/g,
        name: ({ identity }) => identity.goModule,
    },
    "the version of the Go module": {
        found: new RegExp(String.raw`(?<=/sdk/go[@ ]v)${version}`, "g"),
        name: ofPackage,
    },
    "the Java package": {
        found: new RegExp(String.raw`\b${javaName}(?=\.auroras3access\b)`, "g"),
        name: ({ identity }) => identity.javaBasePackage,
    },
    "the Maven group": {
        found: new RegExp(
            String.raw`(?<=<groupId>)${organization}(?=</groupId>\s*<artifactId>aurora-s3-access<)|\b${organization}(?=:aurora-s3-access:)`,
            "g",
        ),
        name: ({ identity }) => identity.javaGroup,
    },
    "the version of the Maven artifact": {
        found: new RegExp(
            String.raw`(?<=<artifactId>aurora-s3-access</artifactId>\s*<version>|:aurora-s3-access:)${version}`,
            "g",
        ),
        name: ofPackage,
    },
    "the .NET namespace": {
        found: /(?<=^using )\w+(?=\.AuroraS3Access\b)/gm,
        name: ({ identity }) => identity.csharpNamespace,
    },
    "the version of the plugin": {
        found: new RegExp(String.raw`(?<=\baurora-s3-access[ @]|-aurora-s3-access-v)${version}`, "g"),
        name: ofPackage,
    },
    "the version of the npm package": {
        found: new RegExp(String.raw`(?<=\baurora-s3-access-)${version}(?=\.tgz)`, "g"),
        name: ofPackage,
    },
    "the version that a range begins with": {
        found: new RegExp(String.raw`(?<=\x60~=?)${version}`, "g"),
        name: ofPackage,
    },
    "the version of the AWS provider for Python": {
        found: new RegExp(String.raw`(?<=\bpulumi-aws==)${version}`, "g"),
        name: ofAws,
    },
    "the version of the AWS provider for Node.js": {
        found: new RegExp(String.raw`(?<=@pulumi/aws@)${version}`, "g"),
        name: ofAws,
    },
    "the version of the AWS provider in Go and Java": {
        found: new RegExp(String.raw`(?<=\.[vV]ersion\(")${version}(?="\))`, "g"),
        name: ofAws,
    },
    "the version of the AWS provider in YAML": {
        found: new RegExp(String.raw`(?<=options: \{ version: )${version}`, "g"),
        name: ofAws,
    },
    "the version of the AWS provider in sentences": {
        found: new RegExp(
            String.raw`(?<=version of the plugin, )${version}|(?<=\bversion )${version}(?= of the .aws. provider)`,
            "g",
        ),
        name: ofAws,
    },
};

/** The text with these names in it. */
export function renamed(text: string, to: Names): string {
    return Object.values(rules).reduce((result, { found, name }) => result.replace(found, name(to)), text);
}

/** Writes the names into the pages and examples below `folder`. */
export async function writeNames(folder: string): Promise<void> {
    for (const file of await written()) {
        const text = await readFile(join(projectFolder, file), "utf8");
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), renamed(text, names));
    }
}

/** What tools leave in the folders of programs. */
export const notOurs = /(^|\/)(node_modules|target|venv|sdks|\.[^/]*)\//;

/** The files that people have written and that name the package. */
async function written(): Promise<string[]> {
    const files = ["README.md"];
    for (const below of ["docs", "examples", "tests/packing/added"]) {
        for (const path of await readdir(join(projectFolder, below), { recursive: true })) {
            const file = join(below, path);
            const isText = /\.(md|ts|py|go|mod|cs|java|xml|yaml|txt)$/.test(path) && !notOurs.test(path);
            if (isText && !file.startsWith("docs/api/") && (await stat(join(projectFolder, file))).isFile())
                files.push(file);
        }
    }
    return files;
}
