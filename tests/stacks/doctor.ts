import {
    CreateVpcEndpointCommand,
    DescribeRouteTablesCommand,
    DescribeVpcsCommand,
} from "@aws-sdk/client-ec2";
import { collect } from "../../doctor/collect";
import { diagnose } from "../../doctor/diagnose";
import type { Clients } from "../support/emulator/clients";
import type { Emulator } from "../support/emulator/emulator";

/** What the doctor says of a cluster, which Amazon S3 is in reach of. */
export async function problemsOf(emulator: Emulator, identifier: string): Promise<string[]> {
    const { endpoint, credentials, region } = emulator;
    await reachS3(emulator.aws, region);
    const facts = await collect({ identifier, locations: [] }, { endpoint, credentials, region });
    return diagnose(facts).findings.map(({ code, problem }) => `${code} ${problem}`);
}

/** A gateway endpoint for the default VPC, in which the clusters of the examples are. */
async function reachS3({ ec2 }: Clients, region: string): Promise<void> {
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
    const VpcId = Vpcs![0]!.VpcId!;
    const Filters = [{ Name: "vpc-id", Values: [VpcId] }];
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({ Filters }));
    const RouteTableIds = RouteTables!.map(({ RouteTableId }) => RouteTableId!);
    const ServiceName = `com.amazonaws.${region}.s3`;
    await ec2.send(new CreateVpcEndpointCommand({ VpcId, ServiceName, RouteTableIds }));
}
