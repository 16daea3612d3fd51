import {
    CreateVpcEndpointCommand,
    DescribeRouteTablesCommand,
    DescribeVpcsCommand,
} from "@aws-sdk/client-ec2";
import { collect } from "../../doctor/collect";
import { diagnose } from "../../doctor/diagnose";
import type { Diagnosis } from "../../doctor/finding";
import type { Emulator } from "./emulator/emulator";

/** What is wrong with a cluster, which Amazon S3 is in reach of. */
export async function problemsOf(emulator: Emulator, identifier: string): Promise<string[]> {
    await reachS3(emulator);
    const { findings } = await examined(emulator, identifier);
    return findings.map(({ code, problem }) => `${code} ${problem}`);
}

/** What the doctor says of a cluster and of the buckets in the policies of its roles. */
export async function examined(
    { endpoint, credentials, region }: Emulator,
    identifier: string,
): Promise<Diagnosis> {
    return diagnose(await collect({ identifier, locations: [] }, { endpoint, credentials, region }));
}

/** A gateway endpoint for the default VPC, in which the clusters of the examples are. */
export async function reachS3({ aws: { ec2 }, region }: Emulator): Promise<void> {
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({}));
    const VpcId = Vpcs![0]!.VpcId!;
    const Filters = [{ Name: "vpc-id", Values: [VpcId] }];
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({ Filters }));
    const RouteTableIds = RouteTables!.map(({ RouteTableId }) => RouteTableId!);
    const ServiceName = `com.amazonaws.${region}.s3`;
    await ec2.send(new CreateVpcEndpointCommand({ VpcId, ServiceName, RouteTableIds }));
}
