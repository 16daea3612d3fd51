import { plain } from "../../../support/doctor/facts";
import { claims } from "./claims";

claims("database", [
    {
        kind: { ...plain, engine: "postgresql" },
        broken: "the version is too old",
        found: {
            code: "S3ACCESS001",
            problem: "Version 10.6 of aurora-postgresql has no access to Amazon S3.",
            evidence: ["sales has the engine version 10.6."],
            fix: "Upgrade the database to a later version.",
            commands: [],
            sqlErrors: [],
        },
    },
]);
