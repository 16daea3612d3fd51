export interface Partition {
    partition: string;
    dnsSuffix: string;
    /** How its regions' names begin. */
    regions: string;
}

const aws: Partition = { partition: "aws", dnsSuffix: "amazonaws.com", regions: "" };

const others: Partition[] = [
    { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn", regions: "cn-" },
    { partition: "aws-us-gov", dnsSuffix: "amazonaws.com", regions: "us-gov-" },
    { partition: "aws-iso", dnsSuffix: "c2s.ic.gov", regions: "us-iso-" },
    { partition: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov", regions: "us-isob-" },
    { partition: "aws-iso-e", dnsSuffix: "cloud.adc-e.uk", regions: "eu-isoe-" },
    { partition: "aws-iso-f", dnsSuffix: "csp.hci.ic.gov", regions: "us-isof-" },
    { partition: "aws-eusc", dnsSuffix: "amazonaws.eu", regions: "eusc-" },
];

/** The part of AWS that a region belongs to. */
export const partitionOf = (region: string): Partition =>
    others.find(({ regions }) => region.startsWith(regions)) ?? aws;
