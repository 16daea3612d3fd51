/** An error of the database, which the Data API hands on. */
export class SqlError extends Error {}
