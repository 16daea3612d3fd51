/** How the trust policies of the roles use the keys that name the source of a request, in the order in which they are tried. */
export const modes = ["IfExists", "Required", "None"] as const;
export type Mode = (typeof modes)[number];

/** What the program is told. */
export interface Settings {
    /** The name of this run, which is in the names and in a tag of everything that it creates. */
    name: string;
    region: string;
    /** The Availability Zones of the subnets. */
    zones: string[];
    /** The patterns of the objects that the roles may read and write. */
    objects: { readable: string[]; writable: string[] };
    sourceConditions: Mode;
    clusterArns: { mysql: string; postgresql: string };
}

/** A cluster as the Data API and the doctor name it. */
export interface Database {
    identifier: string;
    arn: string;
    version: string;
    secretArn: string;
}

/** What the program answers. */
export interface Deployed {
    keyArn: string;
    mysqlDatabase: Database;
    postgresqlDatabase: Database;
    mysqlRoles: string[];
    postgresqlRoles: string[];
}
