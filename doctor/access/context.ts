import type { Context } from "../../provider/policy/evaluation";
import type { Chain, Use } from "../chain";
import { isRead } from "../facts";
import { endpointOf, pathsOf } from "../network/path";

/**
 * What is known of the requests that the database sends with the role. What is not named here is unknown, for example, the
 * organization, tags, and the headers of a request.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function contextOf(chain: Chain, use: Use, roleArn: string): Context {
    const bucketRegion = regionOf(use);
    const isInAccount =
        use.bucket && isRead(use.bucket.isInAccount) ? use.bucket.isInAccount.read : undefined;
    return {
        ...ofRole(chain, roleArn),
        ...ofEndpoint(chain, bucketRegion),
        ...(bucketRegion !== undefined && { "aws:RequestedRegion": bucketRegion }),
        ...(isInAccount && { "aws:ResourceAccount": chain.account, "s3:ResourceAccount": chain.account }),
        // Aurora connects to Amazon S3 with TLS.
        "aws:SecureTransport": "true",
        "aws:ViaAWSService": "false",
        ...(use.location.key !== "" && { "s3:prefix": use.location.key }),
    };
}

/** What is known when Amazon S3 uses a key on behalf of the role. */
export function keyContextOf(chain: Chain, use: Use, roleArn: string): Context {
    const bucketRegion = regionOf(use);
    const suffix = chain.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    return {
        ...ofRole(chain, roleArn),
        "kms:CallerAccount": chain.account,
        ...(bucketRegion !== undefined && { "kms:ViaService": `s3.${bucketRegion}.${suffix}` }),
    };
}

export const regionOf = ({ bucket }: Use): string | undefined =>
    bucket && isRead(bucket.region) ? bucket.region.read : undefined;

/** A service assumed the role, without a user, and without multi-factor authentication. */
const ofRole = ({ account }: Chain, roleArn: string): Context => ({
    "aws:PrincipalArn": roleArn,
    "aws:PrincipalAccount": account,
    "aws:PrincipalType": "AssumedRole",
    "aws:PrincipalIsAWSService": "false",
    "aws:PrincipalServiceName": undefined,
    "aws:MultiFactorAuthPresent": undefined,
    "aws:SourceAccount": undefined,
    "aws:SourceArn": undefined,
    "aws:username": undefined,
});

function ofEndpoint(chain: Chain, bucketRegion: string | undefined): Context {
    if (bucketRegion === undefined) return {};
    const paths = pathsOf(chain.facts, bucketRegion);
    const endpoint = endpointOf(paths);
    if (endpoint === undefined) return {};
    if (endpoint === "none") return { "aws:SourceVpce": undefined, "aws:SourceVpc": undefined };
    // Through an endpoint, requests have the private address, which aws:SourceIp is not for.
    return {
        "aws:SourceVpce": endpoint.id,
        "aws:SourceVpc": paths![0]!.subnet.vpcId,
        "aws:SourceIp": undefined,
    };
}
