import type { Engine } from "./check";

/** What the databases need before the first check. */
export function preparation(engine: Engine, doublings: number): string[] {
    const tables = [
        "CREATE TABLE orders (id INT, name VARCHAR(100))",
        "CREATE TABLE large (content VARCHAR(1000))",
        "INSERT INTO large VALUES (REPEAT('x', 1000))",
        ...Array.from({ length: doublings }, () => "INSERT INTO large SELECT content FROM large"),
    ];
    return engine === "postgresql" ? ["CREATE EXTENSION IF NOT EXISTS aws_s3 CASCADE", ...tables] : tables;
}

/** The administrative user may have them already. */
export const grants = ["AWS_LOAD_S3_ACCESS", "AWS_SELECT_S3_ACCESS"].map(
    (privilege) => `GRANT ${privilege} TO 'admin'@'%'`,
);
