import {
    type BucketFacts,
    type Database,
    type Fact,
    type Facts,
    isRead,
    type KeyFacts,
    type Location,
    type NetworkFacts,
    type Parameter,
    type RoleFacts,
    unread,
} from "../facts";
import { locationsOfPolicies } from "../locations";
import { readBucket, readObjects } from "./buckets";
import { Clients, type Connection } from "./clients";
import { readDatabase, readParameters } from "./database";
import { readKey } from "./keys";
import { readNetwork } from "./network";
import { noSuchDatabase, regionOf } from "./notFound";
import { readRole } from "./roles";

export interface Question {
    /** The identifier of a DB cluster, or of a DB instance of RDS for PostgreSQL. */
    readonly identifier: string;
    /** Without locations, those that the policies of the roles name. */
    readonly locations: readonly Location[];
    /** Told what is being read. */
    readonly progress?: (what: string) => void;
}

/** Reads all that the doctor judges. What does not depend on another answer is asked for at the same time. */
export async function collect(question: Question, connection: Connection): Promise<Facts> {
    const region = await regionOf(connection);
    const clients = new Clients({ ...connection, region });
    const { identifier, locations, progress = () => undefined } = question;

    progress(`the cluster ${identifier} in ${region}`);
    const database = await readDatabase(clients, identifier);
    if (!isRead(database))
        return { ...nothing(database), asked: { identifier, region, locations }, database };
    if (database.read === undefined) throw await noSuchDatabase(clients, identifier, region);

    const [access, network] = await Promise.all([
        readAccess(clients, database.read, { ...question, progress }),
        readNetwork(clients, database.read),
    ]);
    const { asked, ...rest } = access;
    return { asked: { identifier, region, locations: asked }, database, ...rest, network };
}

/** Roles, then the buckets that they are for, then the keys of these. */
async function readAccess(clients: Clients, database: Database, question: Required<Question>) {
    question.progress("its roles and their policies");
    const { parameters, roles } = await readRoles(clients, database);
    const given = question.locations.length > 0;
    const locations = given ? question.locations : locationsOfPolicies(database, roles, parameters);

    question.progress("the buckets, their policies and their keys");
    const names = [...new Set(locations.map(({ bucket }) => bucket))];
    const place = { account: accountOf(database), region: database.arn.split(":")[3]! };
    const reading = new Map(names.map((name) => [name, readBucket(clients, name, place)]));
    const [buckets, objects] = await Promise.all([
        Promise.all(reading.values()),
        Promise.all(
            locations.map(async (each) => readObjects(clients, each, await reading.get(each.bucket)!)),
        ),
    ]);
    const keys = await readKeys(clients, buckets, roles);
    return { asked: locations, parameters, roles, buckets, objects, keys };
}

const accountOf = ({ arn }: Database): string => arn.split(":")[4]!;

async function readRoles(
    clients: Clients,
    database: Database,
): Promise<{ parameters: Fact<readonly Parameter[]>; roles: RoleFacts[] }> {
    const reading = new Map<string, Promise<RoleFacts>>();
    const start = (arn: string): void => {
        if (!reading.has(arn)) reading.set(arn, readRole(clients, arn, accountOf(database)));
    };
    for (const { roleArn } of database.associatedRoles) start(roleArn);
    const parameters = await readParameters(clients, database);
    for (const { value } of isRead(parameters) ? parameters.read : []) {
        if (value !== undefined && /^arn:[^:]*:iam::\d{12}:role\//.test(value)) start(value);
    }
    return { parameters, roles: await Promise.all(reading.values()) };
}

async function readKeys(
    clients: Clients,
    buckets: readonly BucketFacts[],
    roles: readonly RoleFacts[],
): Promise<KeyFacts[]> {
    const regions = new Map<string, string>();
    for (const { encryption, region } of buckets) {
        const id = isRead(encryption) ? encryption.read.keyId : undefined;
        if (id !== undefined && isRead(region)) regions.set(id, region.read);
    }
    const arns = roles.map(({ arn }) => arn);
    return Promise.all([...regions].map(([id, region]) => readKey(clients, id, region, arns)));
}

/** Everything else depends on the database. */
function nothing({ unread: why }: { unread: { reason: string; needs?: string | undefined } }) {
    const unknown = unread(why.reason, why.needs);
    const network: NetworkFacts = {
        subnets: unknown,
        routeTables: unknown,
        endpoints: unknown,
        securityGroups: unknown,
        networkAcls: unknown,
        s3PrefixList: unknown,
        isPublic: unknown,
    };
    return { parameters: unknown, roles: [], buckets: [], keys: [], objects: [], network };
}
