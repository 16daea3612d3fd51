import type { Direction } from "../../provider/policy/permissions";
import { isRoleArn, type Chain, type RoleWay } from "../chain";
import { aws } from "../fix/command";
import { Result, type CheckLink } from "./result";

/** On Aurora MySQL, the parameter names the role, in a group that each instance has applied. */
export const checkParameter: CheckLink = (chain) => {
    const result = new Result(chain, "parameter");
    const { parameterGroup } = chain.database;
    if (chain.engine !== "aurora-mysql" || parameterGroup === undefined) return result;
    if (result.read(chain.facts.parameters, `the parameters of ${parameterGroup}`) === undefined)
        return result;
    for (const [parameter, directions] of parametersOf(chain))
        checkOne(chain, parameter, directions, chain.ways[directions[0]!]!, result);
    checkMembers(chain, result);
    return result;
};

/** In version 3 and later, one parameter is for both directions. */
function parametersOf({ directions, ways }: Chain): Map<string, Direction[]> {
    const found = new Map<string, Direction[]>();
    for (const direction of directions) {
        const { parameter } = ways[direction]!;
        if (parameter !== undefined) found.set(parameter, [...(found.get(parameter) ?? []), direction]);
    }
    return found;
}

function checkOne(
    chain: Chain,
    parameter: string,
    directions: Direction[],
    way: RoleWay,
    result: Result,
): void {
    const group = chain.database.parameterGroup!;
    const meant = way.role?.arn;
    if (way.namedArn === undefined) {
        const isDefault = group.startsWith("default.");
        result.finding(isDefault ? "S3ACCESS020" : "S3ACCESS021", {
            problem: `The parameter ${parameter} is not set in the parameter group ${group}.`,
            evidence: [`${parameter} has no value in ${group}.`],
            directions,
            commands: isDefault
                ? newGroup(chain, parameter, meant)
                : [setParameter(chain, group, parameter, meant ?? "<role ARN>")],
            pulumi: isDefault
                ? "dbClusterParameterGroupName: access.clusterParameterGroupName"
                : "parameters: access.clusterParameters",
        });
    } else if (!isRoleArn(way.namedArn)) {
        result.finding("S3ACCESS024", {
            problem: `The parameter ${parameter} is not the ARN of a role.`,
            evidence: [`${parameter} is ${JSON.stringify(way.namedArn)} in ${group}.`],
            directions,
            commands: [setParameter(chain, group, parameter, meant ?? "<role ARN>")],
            pulumi: "parameters: access.clusterParameters",
        });
    } else if (way.isOther) {
        result.finding("S3ACCESS022", {
            problem: `The parameter ${parameter} names the role ${way.namedArn} instead of ${meant!}.`,
            evidence: [
                `${parameter} is ${way.namedArn} in ${group}.`,
                `The associated role with access to the bucket is ${meant!}.`,
            ],
            directions,
            commands: [setParameter(chain, group, parameter, meant!)],
            pulumi: "parameters: access.clusterParameters",
        });
    } else {
        result.holds(`The parameter ${parameter} of ${group} is ${way.namedArn}.`);
    }
}

function checkMembers({ database, region }: Chain, result: Result): void {
    const waiting = database.members.filter(
        ({ parameterGroupStatus }) => parameterGroupStatus === "pending-reboot",
    );
    if (waiting.length > 0)
        result.finding("S3ACCESS023", {
            problem: `${waiting.map(({ identifier }) => identifier).join(", ")} must be rebooted to apply ${database.parameterGroup!}.`,
            evidence: waiting.map(
                ({ identifier, isWriter, parameterGroupStatus }) =>
                    `The ${isWriter ? "writer" : "reader"} ${identifier} is ${parameterGroupStatus}.`,
            ),
            commands: waiting.map(({ identifier }) => reboot(identifier, region)),
        });
    for (const { identifier, parameterGroupStatus } of database.members) {
        if (!["in-sync", "pending-reboot"].includes(parameterGroupStatus))
            result.cannotCheck(
                `whether ${identifier} has applied ${database.parameterGroup!}`,
                `its status is ${parameterGroupStatus}`,
            );
    }
    if (waiting.length === 0 && database.members.length > 0)
        result.holds(`No instance needs a reboot to apply ${database.parameterGroup!}.`);
}

const reboot = (identifier: string, region: string) =>
    aws("rds reboot-db-instance", { "db-instance-identifier": identifier, region });

function setParameter({ region }: Chain, group: string, parameter: string, value: string): string {
    return aws("rds modify-db-cluster-parameter-group", {
        "db-cluster-parameter-group-name": group,
        parameters: `ParameterName=${parameter},ParameterValue=${value},ApplyMethod=immediate`,
        region,
    });
}

function newGroup(chain: Chain, parameter: string, roleArn = "<role ARN>"): string[] {
    const { database, region, rules } = chain;
    const name = `${database.identifier}-s3-access`;
    return [
        aws("rds create-db-cluster-parameter-group", {
            "db-cluster-parameter-group-name": name,
            "db-parameter-group-family": rules.parameterGroups!.familyOf(database.engineVersion),
            description: `Amazon S3 access of ${database.identifier}`,
            region,
        }),
        setParameter(chain, name, parameter, roleArn),
        aws("rds modify-db-cluster", {
            "db-cluster-identifier": database.identifier,
            "db-cluster-parameter-group-name": name,
            "apply-immediately": true,
            region,
        }),
        ...database.members.map(({ identifier }) => reboot(identifier, region)),
    ];
}
