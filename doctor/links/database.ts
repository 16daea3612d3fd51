import { Result, type CheckLink } from "./result";

/** The engine and its version. */
export const checkDatabase: CheckLink = (chain) => {
    const result = new Result(chain, "database");
    const { database, directions, region } = chain;
    const [, major, minor] = /^(\d+)\.(\d+)/.exec(database.engineVersion) ?? [];
    if (chain.engine === "aurora-postgresql" && isTooOld(Number(major), Number(minor))) {
        result.finding("S3ACCESS001", {
            problem: `Version ${database.engineVersion} of ${database.engine} has no access to Amazon S3.`,
            evidence: [`${database.identifier} has the engine version ${database.engineVersion}.`],
            directions,
        });
        return result;
    }
    result.holds(`${database.engine} ${database.engineVersion} supports Amazon S3.`);
    if (database.status !== "available")
        result.note(`The status of ${database.identifier} is ${database.status}.`);
    if (database.globalCluster !== undefined)
        result.note(
            `${database.identifier} belongs to the global database ${database.globalCluster}. Only the cluster in ${region} was read: associations, parameters and networks are per cluster.`,
        );
    return result;
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PostgreSQL.S3Import.html */
const isTooOld = (major: number, minor: number) => major < 10 || (major === 10 && minor < 7);
