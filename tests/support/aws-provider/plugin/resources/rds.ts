import type { RDS } from "@aws-sdk/client-rds";
import { tagChange } from "../tags";
import type { Passing } from "../wait";

/** IAM has not told RDS yet about a role that was made a moment ago. */
export const roleNotKnownYet: Passing = {
    code: "InvalidParameterValue",
    message: "IAM role ARN value is invalid or does not include the required permissions",
};

/** The cluster does something else at the moment, for which a change of its roles waits as long as it may take. */
export const clusterIsBusy: Passing = { code: "InvalidDBClusterStateFault", seconds: Infinity };

export const clusterIsGone = ["DBClusterNotFoundFault"];

export async function updateTags(
    rds: RDS,
    ResourceName: string | undefined,
    olds: Record<string, string> | undefined,
    news: Record<string, string> | undefined,
): Promise<void> {
    const { removed, set } = tagChange(olds, news);
    if (removed.length > 0) await rds.removeTagsFromResource({ ResourceName, TagKeys: removed });
    if (set.length > 0) await rds.addTagsToResource({ ResourceName, Tags: set });
}
