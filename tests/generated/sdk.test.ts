import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { PackageSpec } from "@pulumi/pulumi/provider/experimental/schema";
import { programs } from "../../tools/generate/docs/programs";
import { schemaFile } from "../../tools/generate/schema";
import { writeSdks } from "../../tools/generate/sdk";
import { projectFolder } from "../../tools/project";
import { assertCommitted, filesBelow, generated } from "./generated";

const noLongerGenerated = "sdk/python/pulumi_aurora_s3_access/removed.py";

/** A description in the schema, and the type that it belongs to. */
interface Description {
    owner: string;
    of: string;
    text: string;
}

interface Described {
    description?: string;
}

/** A resource or type of the schema. */
interface Type extends Described {
    properties?: Record<string, Described>;
    inputProperties?: Record<string, Described>;
    enum?: (Described & { value: unknown })[];
}

describe("sdk/", () => {
    let fresh: Map<string, string>;
    let schema: PackageSpec;
    before(async function () {
        this.timeout(600_000);
        schema = JSON.parse(await readFile(join(projectFolder, schemaFile), "utf8")) as PackageSpec;
        fresh = await generated(async (folder) => {
            await mkdir(join(folder, dirname(noLongerGenerated)), { recursive: true });
            await writeFile(join(folder, noLongerGenerated), "");
            await writeSdks(folder);
        });
    });

    it("is what the schema makes, file by file", async () => {
        await assertCommitted(fresh);
    });

    it("holds nothing else", async () => {
        const committed = await filesBelow(projectFolder, "sdk");
        const built = /\/(target|build|bin|node_modules|[^/]+\.egg-info)\/|\.tgz$|\/package-lock\.json$/;
        assert.deepEqual(
            [...committed.keys()].filter((path) => !fresh.has(path) && !built.test(path)),
            [],
        );
    });

    it("loses what is no longer generated", () => assert.ok(!fresh.has(noLongerGenerated)));

    it("says in each file that it is generated, where a comment can say so", () => {
        const cannot = ["package.json", "pulumi-plugin.json", "plugin.json", "version.txt", "go.sum"];
        cannot.push("py.typed", "LICENSE", ".gitattributes", ".gitignore");
        const silent = [...fresh].filter(
            ([path, content]) =>
                !cannot.includes(basename(path)) &&
                !/generated/i.test(content.split("\n").slice(0, 3).join("\n")),
        );
        assert.deepEqual(
            silent.map(([path]) => path),
            [],
        );
    });

    /** The sources of a language, as one text. */
    const sources = (extension: string) =>
        [...fresh].flatMap(([path, content]) => (path.endsWith(extension) ? content : [])).join("\n");

    const languages = {
        Python: {
            source: () => sources(".py"),
            declarations: (type: string) => `^class ${type}(?:Args)?(?:\\(.*\\))?:\\n(?:(?: .*)?\\n)*`,
        },
        Go: {
            source: () => sources(".go"),
            declarations: (type: string) =>
                `(?:^//.*\\n)*^type ${type}(?:Args)? (?:struct \\{[^]*?^\\}|string\\n\\nconst \\([^]*?^\\))`,
        },
    };
    for (const [language, { source, declarations }] of Object.entries(languages)) {
        it(`has all that the schema says of types, properties and enum values, in ${language}`, () => {
            const text = source();
            const missing = descriptions(schema).filter((description) => {
                const declared = text.match(new RegExp(declarations(description.owner), "gm")) ?? [];
                return !prose(declared.join("\n")).includes(prose(withoutExamples(description.text)));
            });
            assert.deepEqual(
                missing.map(({ owner, of }) => `${owner}${of}`),
                [],
            );
        });
    }

    const inTheDocs = [
        { extension: ".ts", names: ["importFrom", "iamRoles", "aurora-postgresql", "s3Import"] },
        {
            extension: ".py",
            names: ["import_from", "iam_roles", "AuroraEngine.AURORA_POSTGRESQL", "s3Import"],
        },
        { extension: ".go", names: ["ImportFrom", "IamRoles", "AuroraEngineAuroraPostgresql", "s3Import"] },
        {
            extension: ".java",
            names: ["importFrom", "iamRoles", "AuroraEngine.AuroraPostgresql", "s3Import"],
        },
    ];
    for (const { extension, names } of inTheDocs) {
        it(`calls inputs, outputs and enum values in ${extension} files as programs call them`, () => {
            const [open, close] = extension === ".java" ? ["<code>", "</code>"] : ["`", "`"];
            const all = ["importFrom", "ImportFrom", "import_from", "iamRoles", "IamRoles", "iam_roles"];
            all.push(...inTheDocs.flatMap((each) => each.names), "s3_import", "S3Import");
            const text = sources(extension);
            const found = all.filter((name) => text.includes(`${open}${name}${close}`));
            assert.deepEqual([...new Set(found)].sort(), [...names].sort());
        });
    }

    const fenced = (fence: string) => (code: string) => `\`\`\`${fence}\n${code}\`\`\``;
    const inComments: Record<string, { extension: string; shown: (code: string) => string }> = {
        typescript: {
            extension: ".ts",
            shown: (code) =>
                fenced("typescript")(code.replace(`"aurora-s3-access"`, `"aurora-s3-access-sdk"`)),
        },
        python: { extension: ".py", shown: fenced("python") },
        go: { extension: ".go", shown: (code) => code.replace(/^(?=.)/gm, "\t") },
        java: { extension: ".java", shown: (code) => `<pre>\n{@code\n${code}}\n</pre>` },
    };
    const examples = ["smallest", "new-cluster"].map(programs);
    for (const [language, { extension, shown }] of Object.entries(inComments)) {
        it(`shows the examples in ${language} in ${extension} files, and those of no other language`, () => {
            const comments = sources(extension).replace(/^ *(\/\/| \*) ?/gm, "");
            const text = comments.replace(/^ {8}/gm, "");
            for (const program of examples.flat()) {
                const made = /^.*(AuroraS3Access\(|type: aurora-s3-access:).*$/m
                    .exec(program.code)![0]
                    .trim();
                const isOwn = program.language === language;
                assert.equal((text + comments).includes(isOwn ? shown(program.code) : made), isOwn, made);
            }
            assert.match(comments, /Existing Aurora MySQL cluster/);
            assert.doesNotMatch(comments, /\{\{%/);
        });
    }

    it("shows no Markdown in Javadoc", () => {
        assert.doesNotMatch(sources(".java"), /^ *\* .*(`|\]\(|#+ )/m);
    });

    it("compiles in Node.js, with strict types", async function () {
        this.timeout(120_000);
        const tsc = join(projectFolder, "node_modules/.bin/tsc");
        await promisify(execFile)(tsc, ["--noEmit", "--project", "sdk/nodejs"], { cwd: projectFolder });
    });

    it("can be generated for .NET, where no property may be called as its type", () => {
        const types = { ...schema.resources, ...schema.types };
        for (const [token, { properties = {} }] of Object.entries<Type>(types)) {
            const names = Object.keys(properties).map((name) => name.toLowerCase());
            assert.ok(!names.includes(nameOf(token).toLowerCase()), token);
        }
    });
});

const nameOf = (token: string) => token.slice(token.lastIndexOf(":") + 1);

function descriptions({ resources, types }: PackageSpec): Description[] {
    const found: Description[] = [];
    for (const [token, type] of Object.entries<Type>({ ...resources, ...types })) {
        const owner = nameOf(token);
        const add = (of: string, { description }: Described) => {
            assert.ok(description, `the schema says nothing of ${owner}${of}`);
            found.push({ owner, of, text: description });
        };
        add("", type);
        for (const [name, property] of Object.entries(type.inputProperties ?? {})) add(`.${name}`, property);
        for (const [name, property] of Object.entries(type.properties ?? {})) add(`.${name}`, property);
        for (const value of type.enum ?? []) add(`=${String(value.value)}`, value);
    }
    return found;
}

/** What is said of the component before the examples. */
const withoutExamples = (text: string) => text.split("{{% examples %}}")[0]!;

/** The words alone: no comment signs, line breaks or names, which each language has of its own. */
const prose = (text: string) =>
    text
        .replace(/^\s*\/\/ ?/gm, "")
        .replace(/`[^`\n]+`/g, "``")
        .replace(/\s+/g, " ");
