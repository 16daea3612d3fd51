import { engines } from "../provider/engine";
import type { EngineRules } from "../provider/engine/rules";
import { permissions, type Direction, type Engine, type Permissions } from "../provider/policy/permissions";
import type { BucketFacts, Database, Facts, Location, ObjectFacts, RoleFacts } from "./facts";
import { isRead } from "./facts";
import { isCapable } from "./access/capable";

/** What is judged: the facts, by the rules of the engine, for each location with the role that the database would use. */
export interface Chain {
    readonly facts: Facts;
    readonly database: Database;
    readonly engine: Engine;
    readonly rules: EngineRules;
    readonly account: string;
    readonly region: string;
    readonly partition: string;
    /** What is asked for. Without any location, both directions or those that the database has a feature for. */
    readonly directions: readonly Direction[];
    readonly uses: readonly Use[];
    /** How the database finds the role of each direction. */
    readonly ways: Readonly<Partial<Record<Direction, RoleWay>>>;
}

/** What one statement in SQL needs. */
export interface Use {
    readonly location: Location;
    readonly direction: Direction;
    readonly permissions: Permissions;
    readonly role: RoleFacts | undefined;
    readonly bucket: BucketFacts | undefined;
    readonly objects: ObjectFacts | undefined;
}

/** How the database finds a role: what it names, and what is used for the links that follow. */
export interface RoleWay {
    /** By a parameter or an association. Undefined: it finds none. */
    readonly namedArn: string | undefined;
    /** The parameter that names it, or would have to. */
    readonly parameter?: string | undefined;
    /** The role that is meant, as far as that can be told. */
    readonly role: RoleFacts | undefined;
    /** Whether the parameter names another one than the role that is meant. */
    readonly isOther: boolean;
}

export const engineOf = ({ engine, kind }: Database): Engine | undefined => {
    if (engine === "aurora-mysql") return "aurora-mysql";
    if (engine === "aurora-postgresql" || (engine === "postgres" && kind === "instance"))
        return "aurora-postgresql";
    return undefined;
};

export function chainOf(facts: Facts, database: Database, engine: Engine): Chain {
    const [, partition = "aws", , region = facts.asked.region, account = ""] = database.arn.split(":");
    const directions = directionsOf(facts, database, engine);
    const ways = Object.fromEntries(
        directions.map((direction) => [direction, wayOf(facts, database, engine, direction)]),
    ) as Chain["ways"];
    const uses = facts.asked.locations.map((location, i): Use => {
        const { direction, bucket } = location;
        return {
            location,
            direction,
            permissions: permissions[engine][direction],
            role: ways[direction]?.role,
            bucket: facts.buckets.find(({ name }) => name === bucket),
            objects: facts.objects[i],
        };
    });
    return {
        ...{ facts, database, engine, rules: engines[engine], account, region, partition },
        ...{ directions, uses, ways },
    };
}

const every: readonly Direction[] = ["import", "export"];

function directionsOf(facts: Facts, database: Database, engine: Engine): readonly Direction[] {
    const asked = every.filter((direction) =>
        facts.asked.locations.some((location) => location.direction === direction),
    );
    if (asked.length > 0) return asked;
    const { featureNames } = engines[engine];
    const associated = every.filter((direction) =>
        database.associatedRoles.some(({ featureName }) => featureName === featureNames?.[direction]),
    );
    return featureNames && associated.length > 0 ? associated : every;
}

function wayOf(facts: Facts, database: Database, engine: Engine, direction: Direction): RoleWay {
    const feature = engines[engine].featureNames?.[direction];
    if (feature !== undefined) {
        const arn = database.associatedRoles.find(({ featureName }) => featureName === feature)?.roleArn;
        return { namedArn: arn, role: roleOf(facts, arn), isOther: false };
    }
    const parameter = engines[engine].parameterNames([direction], database.engineVersion)[0];
    const namedArn = parameterValue(facts, database.engineVersion, parameter);
    const named = roleOf(facts, namedArn);
    const meant = meantRole(facts, database, engine, direction, named);
    const isOther = namedArn !== undefined && meant !== undefined && meant !== named;
    return { namedArn, parameter, role: meant ?? named, isOther };
}

export const isRoleArn = (value: string): boolean => /^arn:[^:]+:iam::\d{12}:role\/.+/.test(value);

export const roleOf = ({ roles }: Facts, arn: string | undefined): RoleFacts | undefined =>
    roles.find((role) => role.arn === arn);

/** Version 2 falls back to the parameter of later versions. */
export function parameterValue(
    { parameters }: Facts,
    engineVersion: string,
    parameter: string | undefined,
): string | undefined {
    if (!isRead(parameters)) return undefined;
    const names = [parameter, ...(engineVersion.startsWith("5.7") ? ["aws_default_s3_role"] : [])];
    const values = names.map((name) => parameters.read.find((each) => each.name === name)?.value);
    return values.find((value) => value !== undefined && value !== "");
}

/**
 * The associated role that has access to the locations, where the parameter names none, or one that has none: a database can have roles
 * for other services, too.
 */
function meantRole(
    facts: Facts,
    database: Database,
    engine: Engine,
    direction: Direction,
    named: RoleFacts | undefined,
): RoleFacts | undefined {
    const locations = facts.asked.locations.filter((location) => location.direction === direction);
    const isAssociated = (role: RoleFacts) =>
        database.associatedRoles.some(({ roleArn }) => roleArn === role.arn);
    const capable = (role: RoleFacts) => isCapable(role, engine, direction, locations, facts.buckets);
    if (named && (isAssociated(named) ? capable(named) !== "false" : false)) return named;
    const others = facts.roles.filter((role) => role !== named && isAssociated(role));
    const surely = others.filter((role) => capable(role) === "true");
    if (surely.length === 1) return surely[0];
    return named;
}
