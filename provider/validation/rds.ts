import { derived, quote, quoted, say } from "../values/message";
import { fitsIntoXml, length, matches, type Rule } from "../values/rule";
import { hostIn, rdsEndpoint } from "./addresses";

const identifierRule = say`must be a cluster identifier`;

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html */
export const clusterIdentifier: Rule[] = [
    (value) =>
        value.startsWith("arn:")
            ? (at) => ({
                  rule: identifierRule,
                  received: say`the ARN ${quoted(at)}`,
                  advice: /:cluster:[a-z][a-z0-9-]{0,62}$/i.test(value)
                      ? say`Use ${derived(at, () => quote(value.split(":").at(-1) ?? ""))}.`
                      : say`Use the identifier of a DB cluster.`,
              })
            : undefined,
    (value) =>
        rdsEndpoint.test(hostIn(value))
            ? (at) => ({
                  rule: identifierRule,
                  received: say`the endpoint ${quoted(at)}`,
                  advice: say`Use the cluster identifier, the part of the cluster endpoint before the first dot.`,
              })
            : undefined,
    matches(
        /^[A-Za-z](?!.*--)[A-Za-z0-9-]{0,62}(?<!-)$/,
        identifierRule,
        say`Identifiers have 1 to 63 letters, digits and single hyphens, start with a letter and do not end with a hyphen.`,
    ),
];

/** Part of the names of the associations in the state. */
export const clusterName: Rule[] = [
    matches(/^[A-Za-z0-9_.-]{1,64}$/, say`must be 1 to 64 letters, digits, hyphens, dots or underscores`),
];

export const formerClusterName: Rule[] = [
    matches(
        /^[A-Za-z0-9_.-]{0,64}$/,
        say`must be "", or 1 to 64 letters, digits, hyphens, dots or underscores`,
    ),
];

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.RegionsAndAvailabilityZones.html */
export const regionName = /^(?=.{1,64}$)[a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2}$/;

export const region: Rule[] = [
    (value) => {
        const [, own] = /^([a-z]{2,4}(?:-[a-z]+){1,2}-\d{1,2})[a-z]$/.exec(value.slice(0, 64)) ?? [];
        if (own === undefined) return undefined;
        return (at) => ({
            rule: say`must be a Region`,
            received: say`the Availability Zone ${quoted(at)}`,
            advice: say`Use ${derived(at, () => quote(own))}.`,
        });
    },
    matches(regionName, say`must be a Region`, say`For example, "us-east-1".`),
];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBClusterParameterGroup.html */
export const parameterGroupName: Rule[] = [
    matches(
        /^[a-z](?!.*--)[a-z0-9-]{0,254}(?<!-)$/,
        say`must have 1 to 255 lowercase letters, digits and single hyphens, start with a letter and not end with a hyphen`,
    ),
];

export const parameterGroupDescription: Rule[] = [length(255, say`a description`), fitsIntoXml];

export const parameterName: Rule[] = [
    matches(
        /^[a-z][a-z0-9_.-]{0,254}$/i,
        say`must be a parameter name of 1 to 255 characters: a letter, then letters, digits and _.-`,
    ),
];

/** The component sets these itself, so that another value would take the access away. */
export function notSetByComponent(ours: readonly string[]): Rule {
    return (value) => {
        if (!ours.includes(value.toLowerCase())) return undefined;
        return (at) => ({
            rule: say`cannot be a parameter that the component sets`,
            received: quoted(at),
            advice: say`Remove it.`,
        });
    };
}

const applyMethods = ["immediate", "pending-reboot"];

export const applyMethod: Rule = (value) =>
    applyMethods.includes(value)
        ? undefined
        : (at) => ({ rule: say`must be "immediate" or "pending-reboot"`, received: quoted(at) });
