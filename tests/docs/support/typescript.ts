import { dirname, join } from "node:path";
import ts from "typescript";
import { projectFolder } from "../../../tools/project";
import { placeOf, type Snippet } from "./snippets";

const configFile = join(projectFolder, "tests/tsconfig.json");

/** What every snippet takes as given, unless it has its own: by the name, the declaration. */
const known: Record<string, string> = {
    pulumi: 'import * as pulumi from "@pulumi/pulumi";',
    aws: 'import * as aws from "@pulumi/aws";',
    AuroraS3Access: 'import { AuroraS3Access } from "aurora-s3-access";',
    raw: 'declare const raw: import("@pulumi/aws").s3.Bucket;',
    reports: 'declare const reports: import("@pulumi/aws").s3.Bucket;',
    key: 'declare const key: import("@pulumi/aws").kms.Key;',
    cluster: 'declare const cluster: import("@pulumi/aws").rds.Cluster;',
    access: 'declare const access: import("aurora-s3-access").AuroraS3Access;',
};

/** The program that a snippet is a part of: what it takes as given stands before its first line. */
function programOf({ code, given }: Snippet): { text: string; lines: number } {
    const own = namesIn(given + code);
    const added = Object.entries(known).flatMap(([name, declaration]) =>
        own.has(name) ? [] : [declaration],
    );
    // A module in any case; what exports by `export =` cannot export otherwise.
    const before = `${added.join(" ")} ${isCommonJs(code) ? "" : "export {};"}\n${given}`;
    return { text: before + code, lines: before.split("\n").length - 1 };
}

const isCommonJs = (code: string) => /^export = /m.test(code);

/** The names that a program declares or imports. */
function namesIn(text: string): Set<string> {
    const names = new Set<string>();
    const source = ts.createSourceFile("snippet.ts", text, ts.ScriptTarget.ES2022);
    const add = (name?: ts.BindingName) => {
        if (name === undefined) return;
        if (ts.isIdentifier(name)) names.add(name.text);
        else name.elements.forEach((each) => ts.isBindingElement(each) && add(each.name));
    };
    for (const statement of source.statements) {
        if (ts.isVariableStatement(statement)) {
            statement.declarationList.declarations.forEach(({ name }) => add(name));
        } else if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
            add(statement.name);
        } else if (ts.isImportDeclaration(statement)) {
            add(statement.importClause?.name);
            const bindings = statement.importClause?.namedBindings;
            if (bindings && ts.isNamespaceImport(bindings)) add(bindings.name);
            if (bindings && ts.isNamedImports(bindings)) bindings.elements.forEach(({ name }) => add(name));
        }
    }
    return names;
}

/** What the compiler says of the snippets, each as a program of its own, with the place in its page. */
export function compileTypeScript(snippets: readonly Snippet[]): string[] {
    const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)) as { config: object };
    const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
    options.paths = { ...options.paths, "aurora-s3-access-sdk": ["../sdk/nodejs"] };
    // A program of Pulumi's may wait for what it asks for, if it is an ES module.
    const { ES2022 } = ts.ModuleKind;
    const asModule = { ...options, module: ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler };
    return [
        ...compile(
            snippets.filter(({ code }) => !isCommonJs(code)),
            asModule,
        ),
        ...compile(
            snippets.filter(({ code }) => isCommonJs(code)),
            options,
        ),
    ];
}

function compile(snippets: readonly Snippet[], options: ts.CompilerOptions): string[] {
    const programs = new Map(
        snippets.map((snippet, i) => [
            join(projectFolder, `tests/docs/snippet-${i}.ts`),
            { snippet, ...programOf(snippet) },
        ]),
    );
    const host = ts.createCompilerHost(options);
    host.fileExists = (file) => programs.has(file) || ts.sys.fileExists(file);
    host.readFile = (file) => programs.get(file)?.text ?? ts.sys.readFile(file);

    const program = ts.createProgram([...programs.keys()], options, host);
    return [...programs].flatMap(([file, { snippet, lines }]) =>
        [
            ...program.getSyntacticDiagnostics(program.getSourceFile(file)),
            ...program.getSemanticDiagnostics(program.getSourceFile(file)),
        ].map(({ start, messageText }) => {
            const { line } = program.getSourceFile(file)!.getLineAndCharacterOfPosition(start!);
            const reason = ts.flattenDiagnosticMessageText(messageText, " ");
            return `${placeOf(snippet, line + 1 - lines)}: ${reason}`;
        }),
    );
}
