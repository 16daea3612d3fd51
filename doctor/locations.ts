import type { Database, Location, RoleFacts } from "./facts";
import type { Direction } from "../provider/policy/permissions";

/** What a URI like `s3://raw/incoming/orders.csv` or `s3-us-west-2://raw/in` names; a sentence if it is none. */
export function locationOf(direction: Direction, uri: string): Location | { readonly error: string } {
    throw new Error(`not implemented: ${direction} ${uri}`);
}

/** The locations that the policies of the roles which the database uses allow, for when none is asked for. */
export function locationsOfPolicies(database: Database, roles: readonly RoleFacts[]): Location[] {
    throw new Error(`not implemented: ${database.identifier} ${roles.length}`);
}
