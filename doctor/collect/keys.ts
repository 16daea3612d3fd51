import { DescribeKeyCommand, GetKeyPolicyCommand, paginateListGrants } from "@aws-sdk/client-kms";
import { type Fact, type Grant, isRead, type Key, type KeyFacts, unread } from "../facts";
import { all, ask, askFor, map } from "./ask";
import type { Clients } from "./clients";

/** A key as the encryption of a bucket in that Region names it. Of its grants, those to the roles. */
export async function readKey(
    clients: Clients,
    id: string,
    bucketRegion: string,
    roles: readonly string[],
): Promise<KeyFacts> {
    const kms = clients.kms(id.startsWith("arn:") ? id.split(":")[3]! : bucketRegion);
    const answer = await ask("kms:DescribeKey", () => kms.send(new DescribeKeyCommand({ KeyId: id })), [
        "NotFoundException",
    ]);
    const key = map(answer, (found): Key | undefined => {
        const metadata = found?.KeyMetadata;
        return (
            metadata && {
                arn: metadata.Arn!,
                state: metadata.KeyState!,
                manager: metadata.KeyManager!,
                isMultiRegion: metadata.MultiRegion ?? false,
            }
        );
    });
    if (isRead(key) && key.read === undefined) {
        const missing = unread("the key does not exist");
        return { id, key, policy: missing, grants: missing };
    }
    // An alias names no key to these calls.
    const KeyId = isRead(key) ? key.read!.arn : id;
    if (/(^|:)alias\//.test(KeyId)) {
        const unknown = unread("the key of the alias is not known");
        return { id, key, policy: unknown, grants: unknown };
    }
    const [policy, grants] = await Promise.all([
        askFor("kms:GetKeyPolicy", () => kms.send(new GetKeyPolicyCommand({ KeyId }))),
        readGrants(kms, KeyId, roles),
    ]);
    return { id, key, policy: map(policy, ({ Policy }) => Policy!), grants };
}

async function readGrants(
    client: ReturnType<Clients["kms"]>,
    KeyId: string,
    roles: readonly string[],
): Promise<Fact<readonly Grant[]>> {
    return askFor("kms:ListGrants", async () => {
        const ofRoles = roles.map((GranteePrincipal) =>
            all(paginateListGrants({ client }, { KeyId, GranteePrincipal }), ({ Grants }) => Grants),
        );
        const grants = (await Promise.all(ofRoles)).flat();
        return grants.map(({ GrantId, GranteePrincipal, Operations, Constraints }) => ({
            id: GrantId!,
            grantee: GranteePrincipal!,
            operations: Operations ?? [],
            isConstrained: Object.keys(Constraints ?? {}).length > 0,
        }));
    });
}
