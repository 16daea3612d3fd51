import type { SubnetGroupState } from "@pulumi/aws/rds/subnetGroup";
import {
    named,
    optional,
    output,
    regional,
    required,
    resource,
    set,
    string,
    tagged,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";
import { prefixedName, prefixOf } from "../names";
import { fromTagList, toTagList } from "../tags";
import { updateTags } from "./rds";

const gone = ["DBSubnetGroupNotFoundFault"];

export const rdsSubnetGroup = resource({
    token: "aws:rds/subnetGroup:SubnetGroup",
    properties: {
        arn: output(string),
        description: optional(string, { default: "Managed by Pulumi" }),
        ...named(255),
        ...regional,
        subnetIds: required(set(string)),
        ...tagged,
        vpcId: output(string),
    } satisfies PropertiesOf<SubnetGroupState>,

    async create(inputs, aws) {
        const rds = await aws.rds();
        const { DBSubnetGroup } = await rds.createDBSubnetGroup({
            DBSubnetGroupDescription: inputs.description,
            DBSubnetGroupName: inputs.name ?? prefixedName(inputs.namePrefix!),
            SubnetIds: inputs.subnetIds,
            Tags: toTagList(inputs.tagsAll),
        });
        return DBSubnetGroup!.DBSubnetGroupName!;
    },

    async read(DBSubnetGroupName, _, aws) {
        const rds = await aws.rds();
        const found = await unlessGone(gone, rds.describeDBSubnetGroups({ DBSubnetGroupName }));
        const group = found?.DBSubnetGroups?.[0];
        if (!group) return undefined;
        const arn = group.DBSubnetGroupArn;
        return {
            arn,
            description: group.DBSubnetGroupDescription,
            name: group.DBSubnetGroupName,
            namePrefix: prefixOf(DBSubnetGroupName),
            subnetIds: group.Subnets?.map(({ SubnetIdentifier }) => SubnetIdentifier!),
            tagsAll: fromTagList((await rds.listTagsForResource({ ResourceName: arn })).TagList),
            vpcId: group.VpcId,
        };
    },

    async update(DBSubnetGroupName, { olds, news, changed }, aws) {
        const rds = await aws.rds();
        if (changed("subnetIds", "description")) {
            await rds.modifyDBSubnetGroup({
                DBSubnetGroupDescription: news.description,
                DBSubnetGroupName,
                SubnetIds: news.subnetIds,
            });
        }
        await updateTags(rds, olds.arn, olds.tagsAll, news.tagsAll);
    },

    async delete(DBSubnetGroupName, _, aws) {
        const rds = await aws.rds();
        await unlessGone(gone, rds.deleteDBSubnetGroup({ DBSubnetGroupName }));
    },
});
