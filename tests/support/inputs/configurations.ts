import fc from "fast-check";
import { findMistakes } from "../../../provider/validation/findMistakes";
import { account, clusters, engineVersion, parameterGroup, sourceArns } from "./clusters";
import { exportLocations, importLocations, kmsKeys } from "./locations";
import { path, policyName, roleName } from "./names";
import { policyDescription, roleDescription, tags } from "./texts";
import { tidied } from "./tidied";

/** Inputs of the component, all of them plain. */
export type Configuration = Record<string, unknown>;

/** Given in so many of a hundred. */
const optionally = <T>(arbitrary: fc.Arbitrary<T>, percent: number) =>
    fc.oneof({ weight: percent, arbitrary }, { weight: 100 - percent, arbitrary: fc.constant(undefined) });

/** Inputs of any kind, right and wrong in how they are put together. */
export const anyConfiguration: fc.Arbitrary<Configuration> = fc
    .record({
        importFrom: optionally(importLocations, 65),
        exportTo: optionally(exportLocations, 65),
        predefinedPolicy: optionally(fc.constantFrom("AmazonS3ReadOnlyAccess", "AmazonS3FullAccess"), 40),
        kmsKeys: optionally(kmsKeys, 50),
        clusters: optionally(clusters, 60),
        engine: optionally(fc.constantFrom("aurora-mysql", "aurora-postgresql"), 70),
        engineVersion: optionally(engineVersion, 50),
        clusterParameterGroup: optionally(parameterGroup, 45),
        existingRoleArn: optionally(fc.tuple(fc.constantFrom("/", "/team/", "/a/b/"), roleName), 12).map(
            (role) => role && `arn:aws:iam::${account}:role${role[0]}existing-${role[1].slice(0, 55)}`,
        ),
        importPolicyName: optionally(policyName, 40),
        importPolicyDescription: optionally(policyDescription, 40),
        exportPolicyName: optionally(policyName, 40),
        exportPolicyDescription: optionally(policyDescription, 40),
        kmsPolicyName: optionally(policyName, 40),
        kmsPolicyDescription: optionally(policyDescription, 40),
        roleName: optionally(roleName, 40),
        roleDescription: optionally(roleDescription, 40),
        path: optionally(path, 40),
        permissionsBoundary: optionally(
            fc.constantFrom(
                "arn:aws:iam::aws:policy/AmazonS3FullAccess",
                `arn:aws:iam::${account}:policy/bounds/only-reads`,
                `arn:aws:iam::${account}:policy/everything`,
            ),
            40,
        ),
        tags: optionally(tags, 40),
        sourceAccount: optionally(fc.constant(account), 40),
        sourceArns: optionally(sourceArns, 40),
        sourceConditions: optionally(fc.constantFrom("Required", "IfExists", "None"), 50),
    })
    .map((inputs) => Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined)));

export const validConfiguration = anyConfiguration
    .map(tidied)
    .filter((inputs) => findMistakes(inputs).length === 0);
