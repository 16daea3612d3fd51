import { partitions } from "../policy/partitions";

const hosts = partitions.flatMap((each) => each.hosts);
const ofAws = `(?:${hosts.map((host) => host.replaceAll(".", "\\.")).join("|")})`;
const port = "(?::\\d{1,5})?";

/**
 * Where S3 or a bucket is reached: `s3.us-east-1.amazonaws.com`, `raw.s3-website-us-east-1.amazonaws.com`.
 * https://docs.aws.amazon.com/general/latest/gr/s3.html
 */
export const s3Endpoint = new RegExp(
    `(?:^|\\.)s3(?:express|tables)?[.-](?:[a-z0-9.-]{1,60}\\.)?${ofAws}${port}$`,
    "i",
);

/** Where a cluster is reached: `sales.cluster-abc.us-east-1.rds.amazonaws.com`, in China with the Region after `rds`. */
export const rdsEndpoint = new RegExp(`\\.rds\\.(?:[a-z0-9-]{1,30}\\.)?${ofAws}${port}$`, "i");

/** Where people look at their buckets, which is in domains of its own; the isolated partitions have no public one. */
export const consoleAddress =
    /(?:^|\.)console\.(?:aws\.amazon\.com|amazonaws(?:-us-gov\.com|-eusc\.eu|\.cn))$/i;

/** The host of a URL, with or without its scheme; all of what is none. */
export const hostIn = (address: string): string =>
    (/^(?:[a-z][\w+.:-]{0,30}:\/\/)?([^/?]*)/i.exec(address) ?? [])[1] ?? address;
