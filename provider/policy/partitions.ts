/** How the Regions of each partition but `aws` begin: https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json */
const regionsOf: Readonly<Record<string, string>> = {
    "aws-cn": "cn-",
    "aws-us-gov": "us-gov-",
    "aws-eusc": "eusc-",
    "aws-iso": "us-iso-",
    "aws-iso-b": "us-isob-",
    "aws-iso-e": "eu-isoe-",
    "aws-iso-f": "us-isof-",
};

/** The partitions of AWS, separate in everything: no role reaches into another one. */
export const partitions: readonly string[] = ["aws", ...Object.keys(regionsOf)];

/** The partition of a Region, by its name: new Regions come every year, partitions do not. */
export function partitionOfRegion(region: string): string {
    return partitions.find((each) => region.startsWith(regionsOf[each] ?? "\0")) ?? "aws";
}
