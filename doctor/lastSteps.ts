import type { Chain } from "./chain";

/** What no API tells: the statements in SQL to run, and the policies of the organization. */
export function lastStepsOf(chain: Chain): string[] {
    return [...privileges(chain), organization];
}

const organization =
    "Not checked: service control policies and resource control policies of the organization, which can deny any request.";

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.LoadFromS3.html */
const withoutPrivilege =
    "Without the privilege, SQL says: Access denied; you need (at least one of) the LOAD FROM S3 privilege(s) for this operation";

const user = "'user'@'%'";

function privileges({ engine, rules, directions, database }: Chain): string[] {
    if (engine === "aurora-postgresql")
        return [
            "As a user with the role rds_superuser: CREATE EXTENSION IF NOT EXISTS aws_s3 CASCADE;",
            ...directions.map((direction) =>
                direction === "import"
                    ? `For a database user who imports: GRANT USAGE ON SCHEMA aws_s3 TO "user"; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA aws_s3 TO "user";`
                    : `For a database user who exports: GRANT USAGE ON SCHEMA aws_s3, aws_commons TO "user"; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA aws_s3 TO "user";`,
            ),
        ];
    const names = rules.databasePrivileges(directions, database.engineVersion);
    const missing = directions.includes("import") ? [withoutPrivilege] : [];
    if (database.engineVersion.startsWith("5.7"))
        return [`For the database user: GRANT ${names.join(", ")} ON *.* TO ${user};`, ...missing];
    return [
        `For the database user: GRANT ${names.join(", ")} TO ${user};`,
        `The privileges are roles, which must be active: SET DEFAULT ROLE ALL TO ${user}; or SET ROLE ALL; in the session.`,
        ...missing,
    ];
}
