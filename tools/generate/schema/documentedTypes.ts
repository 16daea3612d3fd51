import type { PackageSpec } from "@pulumi/pulumi/provider/experimental/schema";
import ts from "typescript";

type Types = PackageSpec["types"];

/** The types with what their own doc comments say, which the analyzer drops; a type without one is refused. */
export function documentedTypes(types: Types, entry: string): Types {
    const program = ts.createProgram([entry], { noLib: true, types: [] });
    const checker = program.getTypeChecker();
    const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!;
    const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));

    return Object.fromEntries(
        Object.entries(types).map(([token, type]) => {
            const name = token.slice(token.lastIndexOf(":") + 1);
            const description = docOf(exported.get(name), checker);
            if (!description) throw new Error(`${name} is exported from ${entry} without a doc comment`);
            return [token, { description, ...type }];
        }),
    );
}

function docOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): string {
    if (symbol === undefined) return "";
    const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return ts.displayPartsToString(declared.getDocumentationComment(checker));
}
