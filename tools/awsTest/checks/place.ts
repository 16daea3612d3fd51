/** The objects that the roles may use. All others in the bucket are out of scope. */
export const objects = {
    readable: ["incoming/*", "single/orders.csv"],
    writable: ["exports/*"],
};

/** Where the statements read and write. */
export interface Place {
    bucket: string;
    region: string;
    keyArn: string;
}
