import type { SubnetState } from "@pulumi/aws/ec2/subnet";
import {
    optional,
    output,
    regional,
    required,
    resource,
    string,
    tagged,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";
import { fromTagList } from "../tags";
import { tagSpecifications, updateTags } from "./ec2";

const gone = ["InvalidSubnetID.NotFound"];

/** Left out: IPv6, public addresses, Outposts. */
export const ec2Subnet = resource({
    token: "aws:ec2/subnet:Subnet",
    properties: {
        arn: output(string),
        availabilityZone: optional(string, { computed: true, replaces: true }),
        cidrBlock: optional(string, { replaces: true }),
        ...regional,
        ...tagged,
        vpcId: required(string, { replaces: true }),
    } satisfies PropertiesOf<SubnetState>,

    async create({ availabilityZone, cidrBlock, tagsAll, vpcId }, aws) {
        const ec2 = await aws.ec2();
        const { Subnet } = await ec2.createSubnet({
            AvailabilityZone: availabilityZone,
            CidrBlock: cidrBlock,
            TagSpecifications: tagSpecifications("subnet", tagsAll),
            VpcId: vpcId,
        });
        return Subnet!.SubnetId!;
    },

    async read(SubnetId, _, aws) {
        const ec2 = await aws.ec2();
        const found = await unlessGone(gone, ec2.describeSubnets({ SubnetIds: [SubnetId] }));
        const subnet = found?.Subnets?.[0];
        return (
            subnet && {
                arn: subnet.SubnetArn,
                availabilityZone: subnet.AvailabilityZone,
                cidrBlock: subnet.CidrBlock,
                tagsAll: fromTagList(subnet.Tags),
                vpcId: subnet.VpcId,
            }
        );
    },

    async update(id, { olds, news }, aws) {
        await updateTags(await aws.ec2(), id, olds.tagsAll, news.tagsAll);
    },

    async delete(SubnetId, _, aws) {
        const ec2 = await aws.ec2();
        await unlessGone(gone, ec2.deleteSubnet({ SubnetId }));
    },
});
