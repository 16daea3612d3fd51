import { iam, rds } from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../provider";
import { policiesOfRole, rolesOfCluster } from "../support/attached";
import { describeSteps, type Program } from "../support/engine";
import { sideBySide, useInlineStacks } from "./inlineStacks";

const importFrom = [{ bucket: "raw" }];
const exportTo = [{ bucket: "reports" }];

/** A cluster that has a role of another feature as well, such as one to invoke functions. */
const withAnotherRole: Program = () => {
    const access = new AuroraS3Access("sales", { importFrom });
    const Statement = [
        { Effect: "Allow" as const, Principal: { Service: "rds.amazonaws.com" }, Action: "sts:AssumeRole" },
    ];
    const lambda = new iam.Role("lambda", { assumeRolePolicy: { Version: "2012-10-17", Statement } });
    new rds.Cluster("sales", {
        clusterIdentifier: "sales",
        engine: "aurora-mysql",
        masterUsername: "administrator",
        manageMasterUserPassword: true,
        skipFinalSnapshot: true,
        iamRoles: pulumi.all([access.roleArns, lambda.arn]).apply(([ours, other]) => [...ours, other]),
    });
    return { roles: pulumi.all([access.roleArn, lambda.arn]) };
};

/** A policy of the program's own on the role of one direction. */
const withAnotherPolicy: Program = () => {
    const access = new AuroraS3Access("orders", { engine: "aurora-postgresql", importFrom, exportTo });
    new iam.RolePolicyAttachment("own", {
        role: access.importRoleName!,
        policyArn: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
    });
    const { importRoleArn, exportRoleArn, importRoleName, exportRoleName } = access;
    return { importRoleArn, exportRoleArn, importRoleName, exportRoleName };
};

describe("what a program has beside the component, on the real engine,", () => {
    const { aws, stackOf } = useInlineStacks();

    it("is roles of other features in one list with ours, which every refresh leaves alone", async () => {
        const stack = await stackOf("roles", withAnotherRole);
        const roles = (await stack.up()).outputs.roles as string[];
        // The second one showed what the first had taken away.
        for (const refresh of [true, true]) {
            assert.deepEqual(describeSteps(await stack.up({ refresh })), []);
            const found = await rolesOfCluster(aws().aws, "sales");
            assert.deepEqual(found.map(({ roleArn }) => roleArn).sort(), [...roles].sort());
        }
    });

    it("is a policy on the role of one direction, by its name", async () => {
        const stack = await stackOf("policies", withAnotherPolicy);
        const outputs = (await stack.up()).outputs as Record<string, string>;
        assert.deepEqual(
            [outputs.importRoleName, outputs.exportRoleName],
            [outputs.importRoleArn, outputs.exportRoleArn].map((arn) => arn!.split("/").at(-1)),
        );
        const [imports, exports] = await sideBySide([
            policiesOfRole(aws().aws, outputs.importRoleArn!),
            policiesOfRole(aws().aws, outputs.exportRoleArn!),
        ]);
        assert.deepEqual(
            [Object.keys(imports).length, Object.keys(exports).length, "AmazonS3ReadOnlyAccess" in imports],
            [2, 1, true],
        );
        assert.deepEqual(describeSteps(await stack.preview()), []);
    });
});
