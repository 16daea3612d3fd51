import type { EC2, ResourceType, TagSpecification } from "@aws-sdk/client-ec2";
import { tagChange, toTagList } from "../tags";

/** The tags of what is created: EC2 takes none at all rather than an empty list. */
export const tagSpecifications = (
    ResourceType: ResourceType,
    tags: Record<string, string> | undefined,
): TagSpecification[] | undefined =>
    tags && Object.keys(tags).length > 0 ? [{ ResourceType, Tags: toTagList(tags) }] : undefined;

export async function updateTags(
    ec2: EC2,
    id: string,
    olds: Record<string, string> | undefined,
    news: Record<string, string> | undefined,
): Promise<void> {
    const { removed, set } = tagChange(olds, news);
    const Resources = [id];
    if (removed.length > 0) await ec2.deleteTags({ Resources, Tags: removed.map((Key) => ({ Key })) });
    if (set.length > 0) await ec2.createTags({ Resources, Tags: set });
}
