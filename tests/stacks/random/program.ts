import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../../provider";
import { dressed, type Dress } from "../../support/inputs/dressed";
import type { Program } from "../../support/engine";
import type { Component } from "./component";

/** What a component returns, as the stack shows it. */
export interface Outputs {
    roleArn: string;
    roleName: string;
    importRoleArn?: string;
    exportRoleArn?: string;
    roleArns: string[];
    policyArns: string[];
    policyDocuments: string[];
    clusterParameters: { name: string; value: string; applyMethod: string }[];
    clusterParameterGroupName?: string;
    databasePrivileges: string[];
    bucketPolicyStatements: { bucketArn: string; statement: string }[];
    keyPolicyStatements: { keyArn: string; statement: string }[];
}

const shown = [
    ...["roleArn", "roleName", "importRoleArn", "exportRoleArn", "roleArns", "policyArns", "policyDocuments"],
    ...["clusterParameters", "clusterParameterGroupName", "databasePrivileges"],
    ...["bucketPolicyStatements", "keyPolicyStatements"],
] as (keyof Outputs)[];

const nothing = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }],
});

/** All components in one program. Some of their values come from another resource, or are secrets. */
export const programOf =
    (components: readonly Component[]): Program =>
    () => {
        const source = new aws.iam.Policy("source-of-values", { policy: nothing });
        const given = (value: unknown, dress: Dress) => {
            if (dress === "plain") return value;
            const output = source.arn.apply(() => value);
            return dress === "secret" ? pulumi.secret(output) : output;
        };
        return Object.fromEntries(
            components.map(({ label, name, configuration, dresses }) => {
                const args = dressed(configuration, dresses, given) as AuroraS3AccessArgs;
                const access = new AuroraS3Access(name, args) as unknown as Record<string, unknown>;
                const outputs = Object.fromEntries(shown.map((output) => [output, access[output]]));
                return [label, pulumi.unsecret(pulumi.output(outputs))];
            }),
        );
    };
