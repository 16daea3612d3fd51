import type { KMS } from "@aws-sdk/client-kms";
import type { AliasState } from "@pulumi/aws/kms/alias";
import { named, output, regional, required, resource, string, type PropertiesOf } from "../definition";
import { unlessGone } from "../errors";
import { prefixedName, prefixOf } from "../names";

const gone = ["NotFoundException"];
const begin = "alias/";

export const kmsAlias = resource({
    token: "aws:kms/alias:Alias",
    properties: {
        arn: output(string),
        ...named(256, (name) => (name.startsWith(begin) ? name : begin + name)),
        ...regional,
        targetKeyArn: output(string, { changesWith: ["targetKeyId"] }),
        targetKeyId: required(string),
    } satisfies PropertiesOf<AliasState>,

    async create({ name, namePrefix, targetKeyId }, aws) {
        const kms = await aws.kms();
        const AliasName = name ?? prefixedName(namePrefix!);
        await kms.createAlias({ AliasName, TargetKeyId: targetKeyId });
        return AliasName;
    },

    async read(name, { targetKeyId }, aws) {
        const kms = await aws.kms();
        const alias = await find(kms, name);
        if (!alias) return undefined;
        const arn = alias.AliasArn!;
        const targetKeyArn = arn.replace(/:alias\/.*$/, `:key/${alias.TargetKeyId!}`);
        return {
            arn,
            name,
            namePrefix: prefixOf(name),
            targetKeyArn,
            // The program may name the key by its ARN as well.
            targetKeyId: targetKeyId === targetKeyArn ? targetKeyArn : alias.TargetKeyId,
        };
    },

    async update(AliasName, { news: { targetKeyId } }, aws) {
        const kms = await aws.kms();
        await kms.updateAlias({ AliasName, TargetKeyId: targetKeyId });
    },

    async delete(AliasName, _, aws) {
        const kms = await aws.kms();
        await unlessGone(gone, kms.deleteAlias({ AliasName }));
    },
});

async function find(kms: KMS, name: string) {
    for (let Marker: string | undefined; ;) {
        const page = await kms.listAliases({ Marker });
        const alias = page.Aliases?.find(({ AliasName }) => AliasName === name);
        if (alias || !page.NextMarker) return alias;
        Marker = page.NextMarker;
    }
}
