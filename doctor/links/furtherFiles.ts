import { bucketArn, objectArn } from "../../provider/policy/arn";
import { evaluateAccess } from "../../provider/policy/evaluation";
import { policiesOf } from "../access/capable";
import { furtherKeys, writesNothing } from "../access/keys";
import type { Judged } from "../access/requests";
import type { Chain } from "../chain";
import type { RoleFacts } from "../facts";

/** Exports that work until they write a second file, and patterns that no file matches. */
export function furtherFiles(chain: Chain, role: RoleFacts, judged: readonly Judged[]): string[] {
    const uses = new Set(judged.filter(({ on }) => on === "object").map(({ use }) => use));
    return [...uses].flatMap(({ location }) => {
        if (writesNothing(chain.engine, location))
            return [
                `The policies of ${role.arn} allow ${location.pattern} in ${location.bucket}, which matches no data file: every export there fails.`,
            ];
        return furtherKeys(chain.engine, location)
            .filter(({ key }) => isDenied(chain, role, location.bucket, key))
            .map(({ key, otherwise }) => `The policies of ${role.arn} don't allow ${key}: ${otherwise}.`);
    });
}

function isDenied({ partition }: Chain, role: RoleFacts, bucket: string, key: string): boolean {
    const { denials } = evaluateAccess(
        { identity: policiesOf(role), resourceType: "bucket", isInAccount: true },
        {
            action: "s3:PutObject",
            resource: objectArn(bucketArn(bucket, partition), key),
            roleArn: role.arn,
            context: {},
        },
    );
    return denials.some(({ layer }) => layer === "identity");
}
