/** A partition of AWS, separate from all others: no role reaches into another one. */
interface Partition {
    readonly name: string;
    /** How its Regions begin, where they do not begin like those of `aws`. */
    readonly regions?: string;
    /** What its host names end with. */
    readonly hosts: readonly string[];
}

/** https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json */
export const partitions: readonly Partition[] = [
    { name: "aws", hosts: ["amazonaws.com", "api.aws"] },
    { name: "aws-cn", regions: "cn-", hosts: ["amazonaws.com.cn", "api.amazonwebservices.com.cn"] },
    { name: "aws-us-gov", regions: "us-gov-", hosts: ["amazonaws.com", "api.aws"] },
    { name: "aws-eusc", regions: "eusc-", hosts: ["amazonaws.eu", "api.amazonwebservices.eu"] },
    { name: "aws-iso", regions: "us-iso-", hosts: ["c2s.ic.gov", "api.aws.ic.gov"] },
    { name: "aws-iso-b", regions: "us-isob-", hosts: ["sc2s.sgov.gov", "api.aws.scloud"] },
    { name: "aws-iso-e", regions: "eu-isoe-", hosts: ["cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"] },
    { name: "aws-iso-f", regions: "us-isof-", hosts: ["csp.hci.ic.gov", "api.aws.hci.ic.gov"] },
];

export const partitionNames = partitions.map(({ name }) => name);

/** The partition of a Region, by its name: new Regions come every year, partitions do not. */
export function partitionOfRegion(region: string): string {
    return (
        partitions.find(({ regions }) => regions !== undefined && region.startsWith(regions))?.name ?? "aws"
    );
}
