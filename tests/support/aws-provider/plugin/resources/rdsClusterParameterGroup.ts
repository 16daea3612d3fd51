import type { Parameter, RDS } from "@aws-sdk/client-rds";
import type { ClusterParameterGroupState } from "@pulumi/aws/rds/clusterParameterGroup";
import type { Aws } from "../clients";
import {
    named,
    object,
    optional,
    output,
    regional,
    required,
    resource,
    set,
    string,
    tagged,
    type Plain,
    type PropertiesOf,
} from "../definition";
import { unlessGone } from "../errors";
import { prefixedName, prefixOf } from "../names";
import { fromTagList, toTagList } from "../tags";
import { retrying } from "../wait";
import { updateTags } from "./rds";

const gone = ["DBParameterGroupNotFoundFault"];
const inUse = [{ code: "InvalidDBParameterGroupStateFault", seconds: 180 }];
const changing = [{ ...inUse[0]!, message: "has pending changes" }];
const parametersPerCall = 20;

const parameter = object("aws:rds/ClusterParameterGroupParameter:ClusterParameterGroupParameter", {
    applyMethod: optional(string, { default: "immediate" }),
    name: required(string),
    value: required(string),
});
type ParameterInput = Plain<typeof parameter>;

export const rdsClusterParameterGroup = resource({
    token: "aws:rds/clusterParameterGroup:ClusterParameterGroup",
    properties: {
        arn: output(string),
        description: optional(string, { replaces: true, default: "Managed by Pulumi" }),
        family: required(string, { replaces: true }),
        ...named(255),
        parameters: optional(set(parameter)),
        ...regional,
        ...tagged,
    } satisfies PropertiesOf<ClusterParameterGroupState>,

    async create(inputs, aws) {
        const rds = await aws.rds();
        const { DBClusterParameterGroup } = await rds.createDBClusterParameterGroup({
            DBClusterParameterGroupName: inputs.name ?? prefixedName(inputs.namePrefix!),
            DBParameterGroupFamily: inputs.family,
            Description: inputs.description,
            Tags: toTagList(inputs.tagsAll),
        });
        return DBClusterParameterGroup!.DBClusterParameterGroupName!;
    },

    async finish(name, { parameters = [] }, aws) {
        await change(aws, name, [], parameters);
    },

    async read(DBClusterParameterGroupName, _, aws) {
        const rds = await aws.rds();
        const described = rds.describeDBClusterParameterGroups({ DBClusterParameterGroupName });
        const group = (await unlessGone(gone, described))?.DBClusterParameterGroups?.[0];
        if (!group) return undefined;
        const arn = group.DBClusterParameterGroupArn;
        return {
            arn,
            description: group.Description,
            family: group.DBParameterGroupFamily,
            name: group.DBClusterParameterGroupName,
            namePrefix: prefixOf(DBClusterParameterGroupName),
            parameters: await changedParameters(rds, DBClusterParameterGroupName),
            tagsAll: fromTagList((await rds.listTagsForResource({ ResourceName: arn })).TagList),
        };
    },

    async update(name, { olds, news, changed }, aws) {
        const rds = await aws.rds();
        if (changed("parameters")) await change(aws, name, olds.parameters ?? [], news.parameters ?? []);
        await updateTags(rds, olds.arn, olds.tagsAll, news.tagsAll);
    },

    async delete(DBClusterParameterGroupName, _, aws) {
        const rds = await aws.rds();
        const deleteGroup = () => rds.deleteDBClusterParameterGroup({ DBClusterParameterGroupName });
        await unlessGone(gone, retrying(inUse, aws, deleteGroup));
    },
});

/** Sets what is new or other than before, and gives back to AWS what is no longer set. */
async function change(aws: Aws, name: string, olds: ParameterInput[], news: ParameterInput[]): Promise<void> {
    const rds = await aws.rds();
    const isSame = (one: ParameterInput, other: ParameterInput) =>
        one.name === other.name && one.value === other.value && one.applyMethod === other.applyMethod;
    const set = news.filter((each) => !olds.some((old) => isSame(each, old)));
    const reset = olds.filter((old) => !news.some((each) => each.name === old.name));

    for (const Parameters of chunks(set)) {
        await rds.modifyDBClusterParameterGroup({ DBClusterParameterGroupName: name, Parameters });
    }
    for (const Parameters of chunks(reset)) {
        const request = { DBClusterParameterGroupName: name, Parameters };
        await retrying(changing, aws, () => rds.resetDBClusterParameterGroup(request));
    }
}

function chunks(parameters: ParameterInput[]): Parameter[][] {
    const all = parameters.map(({ name, value, applyMethod }) => ({
        ParameterName: name,
        ParameterValue: value,
        ApplyMethod: applyMethod as Parameter["ApplyMethod"],
    }));
    const count = Math.ceil(all.length / parametersPerCall);
    return Array.from({ length: count }, (_, index) =>
        all.slice(index * parametersPerCall, (index + 1) * parametersPerCall),
    );
}

/** A group has hundreds of parameters; those that someone set are its own. */
async function changedParameters(rds: RDS, DBClusterParameterGroupName: string): Promise<ParameterInput[]> {
    const found: Parameter[] = [];
    for (let Marker: string | undefined; ;) {
        const request = { DBClusterParameterGroupName, Source: "user", Marker };
        const page = await rds.describeDBClusterParameters(request);
        found.push(...(page.Parameters ?? []));
        if (!page.Marker) break;
        Marker = page.Marker;
    }
    return found.map(({ ParameterName, ParameterValue, ApplyMethod }) => ({
        applyMethod: ApplyMethod,
        name: ParameterName!,
        value: ParameterValue!,
    }));
}
