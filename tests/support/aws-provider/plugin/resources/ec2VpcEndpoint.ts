import type { VpcEndpointType } from "@aws-sdk/client-ec2";
import type { VpcEndpointState } from "@pulumi/aws/ec2/vpcEndpoint";
import {
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
import { fromTagList } from "../tags";
import { until } from "../wait";
import type { Aws } from "../clients";
import { tagSpecifications, updateTags } from "./ec2";

const gone = ["InvalidVpcEndpointId.NotFound"];

/** Gateway endpoints, with AWS's own policy. */
export const ec2VpcEndpoint = resource({
    token: "aws:ec2/vpcEndpoint:VpcEndpoint",
    properties: {
        routeTableIds: optional(set(string), { computed: true }),
        serviceName: required(string, { replaces: true }),
        state: output(string),
        ...regional,
        ...tagged,
        vpcEndpointType: optional(string, { default: "Gateway", replaces: true }),
        vpcId: required(string, { replaces: true }),
    } satisfies PropertiesOf<VpcEndpointState>,

    async create({ routeTableIds, serviceName, tagsAll, vpcEndpointType, vpcId }, aws) {
        const ec2 = await aws.ec2();
        const { VpcEndpoint } = await ec2.createVpcEndpoint({
            RouteTableIds: routeTableIds,
            ServiceName: serviceName,
            TagSpecifications: tagSpecifications("vpc-endpoint", tagsAll),
            VpcEndpointType: vpcEndpointType as VpcEndpointType,
            VpcId: vpcId,
        });
        return VpcEndpoint!.VpcEndpointId!;
    },

    async read(id, _, aws) {
        const endpoint = await find(id, aws);
        return (
            endpoint && {
                routeTableIds: endpoint.RouteTableIds,
                serviceName: endpoint.ServiceName,
                state: endpoint.State,
                tagsAll: fromTagList(endpoint.Tags),
                vpcEndpointType: endpoint.VpcEndpointType,
                vpcId: endpoint.VpcId,
            }
        );
    },

    async update(id, { olds, news, changed }, aws) {
        const ec2 = await aws.ec2();
        const [before, after] = [olds.routeTableIds ?? [], news.routeTableIds ?? []];
        if (changed("routeTableIds")) {
            await ec2.modifyVpcEndpoint({
                VpcEndpointId: id,
                AddRouteTableIds: after.filter((each) => !before.includes(each)),
                RemoveRouteTableIds: before.filter((each) => !after.includes(each)),
            });
        }
        await updateTags(ec2, id, olds.tagsAll, news.tagsAll);
    },

    async delete(id, _, aws) {
        const ec2 = await aws.ec2();
        await unlessGone(gone, ec2.deleteVpcEndpoints({ VpcEndpointIds: [id] }));
        await until(`VPC endpoint ${id} to be gone`, aws, async () => !(await find(id, aws)) || undefined);
    },
});

async function find(id: string, aws: Aws) {
    const ec2 = await aws.ec2();
    const found = await unlessGone(gone, ec2.describeVpcEndpoints({ VpcEndpointIds: [id] }));
    const endpoint = found?.VpcEndpoints?.[0];
    return endpoint?.State?.toLowerCase() === "deleted" ? undefined : endpoint;
}
