import type { Direction } from "../../../provider/policy/permissions";
import type { FeatureName } from "../matrix/features";
import type { Bucket } from "../surroundings";
import { outfiles, queryExports } from "./exports";
import { loads, tableImports } from "./imports";
import type { Source } from "./sources";
import type { Statement } from "./step";

/** The statements of a feature, and the page where AWS lists the actions that it requires. */
export interface Replayed {
    readonly title: string;
    readonly feature: FeatureName;
    readonly role?: Direction;
    readonly bucket: Bucket;
    readonly required: Source;
    readonly statements: readonly Statement[];
}

export const replayed: readonly Replayed[] = [
    {
        title: "Aurora MySQL, import",
        feature: "load",
        bucket: "raw",
        required: "mysqlPolicy",
        statements: loads,
    },
    {
        title: "Aurora MySQL, export",
        feature: "outfile",
        bucket: "reports",
        required: "mysqlPolicy",
        statements: outfiles,
    },
    {
        title: "Aurora PostgreSQL, import",
        feature: "postgresqlImport",
        role: "import",
        bucket: "raw",
        required: "postgresqlImportRole",
        statements: tableImports,
    },
    {
        title: "Aurora PostgreSQL, export",
        feature: "postgresqlExport",
        role: "export",
        bucket: "reports",
        required: "postgresqlExportPolicy",
        statements: queryExports,
    },
];
