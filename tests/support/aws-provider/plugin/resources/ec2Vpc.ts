import type { VpcState } from "@pulumi/aws/ec2/vpc";
import type { Aws } from "../clients";
import { output, regional, required, resource, string, tagged, type PropertiesOf } from "../definition";
import { unlessGone } from "../errors";
import { partitionOf } from "../partitions";
import { fromTagList } from "../tags";
import { tagSpecifications, updateTags } from "./ec2";

const gone = ["InvalidVpcID.NotFound"];

/** What every VPC gets from AWS: no program makes these. */
async function partsOf(VpcId: string, aws: Aws) {
    const ec2 = await aws.ec2();
    const ofVpc = { Name: "vpc-id", Values: [VpcId] };
    const { RouteTables } = await ec2.describeRouteTables({
        Filters: [ofVpc, { Name: "association.main", Values: ["true"] }],
    });
    const { SecurityGroups } = await ec2.describeSecurityGroups({
        Filters: [ofVpc, { Name: "group-name", Values: ["default"] }],
    });
    const mainRouteTableId = RouteTables?.[0]?.RouteTableId;
    return { mainRouteTableId, defaultSecurityGroupId: SecurityGroups?.[0]?.GroupId };
}

/** Left out: IPv6, DNS settings, tenancy, addresses of IPAM. */
export const ec2Vpc = resource({
    token: "aws:ec2/vpc:Vpc",
    properties: {
        arn: output(string),
        cidrBlock: required(string, { replaces: true }),
        defaultSecurityGroupId: output(string),
        mainRouteTableId: output(string),
        ownerId: output(string),
        ...regional,
        ...tagged,
    } satisfies PropertiesOf<VpcState>,

    async create({ cidrBlock, tagsAll }, aws) {
        const ec2 = await aws.ec2();
        const TagSpecifications = tagSpecifications("vpc", tagsAll);
        const { Vpc } = await ec2.createVpc({ CidrBlock: cidrBlock, TagSpecifications });
        return Vpc!.VpcId!;
    },

    async read(VpcId, _, aws) {
        const ec2 = await aws.ec2();
        const found = await unlessGone(gone, ec2.describeVpcs({ VpcIds: [VpcId] }));
        const vpc = found?.Vpcs?.[0];
        if (!vpc) return undefined;
        const { partition } = partitionOf(aws.region);
        return {
            arn: `arn:${partition}:ec2:${aws.region}:${vpc.OwnerId}:vpc/${VpcId}`,
            cidrBlock: vpc.CidrBlock,
            ownerId: vpc.OwnerId,
            tagsAll: fromTagList(vpc.Tags),
            ...(await partsOf(VpcId, aws)),
        };
    },

    async update(id, { olds, news }, aws) {
        await updateTags(await aws.ec2(), id, olds.tagsAll, news.tagsAll);
    },

    async delete(VpcId, _, aws) {
        const ec2 = await aws.ec2();
        await unlessGone(gone, ec2.deleteVpc({ VpcId }));
    },
});
