import { DeletePolicyCommand, DeleteRoleCommand, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { DeleteDBClusterCommand } from "@aws-sdk/client-rds";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AuroraS3Access, type AuroraS3AccessArgs } from "../../provider";
import { projectFolder } from "../../tools/project";
import {
    allow,
    attach,
    createCluster,
    createPolicy,
    createRole,
    policyDocument,
} from "../support/emulator/builders";
import type { ChangeCall } from "../support/emulator/emulator";
import type { Program } from "../support/engine";
import {
    evaluateIdentityPolicies,
    type IdentityPolicyRequest as Request,
} from "../../provider/policy/evaluation";
import { useInlineStacks } from "./inlineStacks";

/** What the real AWS provider calls and the stand-in does not, and where it does. */
const onlyReal: Record<string, string> = {
    // deleteRoleInstanceProfiles asks before every deletion in which instance profiles the role is.
    "iam:ListInstanceProfilesForRole": "hashicorp/terraform-provider-aws internal/service/iam/role.go",
};

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const needsNoPermission = "sts:GetCallerIdentity";

interface Statement {
    Sid: string;
    Action: string | string[];
}

async function readPage() {
    const page = await readFile(join(projectFolder, "docs/guides/deployer-permissions.md"), "utf8");
    const [policy, boundary] = [...page.matchAll(/^```json\n([^]*?)^```$/gm)].map(([, json]) => json!);
    const { Statement: statements } = JSON.parse(policy!) as { Statement: Statement[] };
    return {
        statements,
        withBoundary: JSON.parse(boundary!) as Statement,
        listed: [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, sid]) => sid!),
    };
}

const account = "123456789012";
const roleArn = (name: string, path = "/") => `arn:aws:iam::${account}:role${path}${name}`;
const policyArn = (name: string, path = "/") => `arn:aws:iam::${account}:policy${path}${name}`;
const inRds = (action: string, name: string) =>
    `arn:aws:rds:us-east-1:${account}:${action.includes("Parameter") ? "cluster-pg" : "cluster"}:${name}`;

/** What IAM decides on for a call that reads, as the log of calls has it. */
function whenRead(line: string, path?: string): Request {
    const [action = "", name = ""] = line.split(" ");
    if (name.startsWith("arn:")) return { action, resource: name };
    return { action, resource: action.startsWith("rds:") ? inRds(action, name) : roleArn(name, path) };
}

/** What IAM decides on for a call that changes something: more than one action where AWS documents so. */
function whenChanged({ operation: action, parameters }: ChangeCall, path?: string): Request[] {
    const { RoleName, RoleArn, PolicyName, PolicyArn, PermissionsBoundary, ResourceName } = parameters;
    const isTagged = Object.keys(parameters).some((name) => name.startsWith("Tags."));
    const tagging = (tag: string, resource: string) =>
        action.includes(":Create") && isTagged ? [{ action: tag, resource }] : [];
    if (RoleName) {
        const resource = roleArn(RoleName, path);
        const context = {
            ...(PolicyArn && { "iam:PolicyARN": PolicyArn }),
            ...(PermissionsBoundary && { "iam:PermissionsBoundary": PermissionsBoundary }),
        };
        return [{ action, resource, context }, ...tagging("iam:TagRole", resource)];
    }
    if (action.startsWith("iam:")) {
        const resource = PolicyArn ?? policyArn(PolicyName!, path);
        return [{ action, resource }, ...tagging("iam:TagPolicy", resource)];
    }
    if (ResourceName) return [{ action, resource: ResourceName }];
    const { DBClusterParameterGroupName: group, DBClusterIdentifier: cluster } = parameters;
    const resource = inRds(action, (group ?? cluster)!);
    const passed = { "iam:PassedToService": "rds.amazonaws.com" };
    return [
        { action, resource },
        ...(RoleArn ? [{ action: "iam:PassRole", resource: RoleArn, context: passed }] : []),
        ...tagging("rds:AddTagsToResource", resource),
    ];
}

const sales =
    (args: Partial<AuroraS3AccessArgs>): Program =>
    () =>
        void new AuroraS3Access("sales", { importFrom: [{ bucket: "raw" }], ...args });

const clusters = [{ clusterIdentifier: "sales" }];
const groupWith = (name: string) => ({
    family: "aurora-mysql8.0",
    parameters: [{ name, value: "1" }],
});
const everything: Partial<AuroraS3AccessArgs> = {
    exportTo: [{ bucket: "reports" }],
    clusters,
    clusterParameterGroup: groupWith("server_audit_logging"),
    tags: { team: "sales", stage: "test" },
};
/** Each kind of change: locations, names, descriptions, trust, clusters, parameters and tags. */
const changed: Partial<AuroraS3AccessArgs> = {
    importFrom: [{ bucket: "raw" }, { bucket: "more" }],
    exportTo: [{ bucket: "reports" }, { bucket: "more" }],
    importPolicyName: "sales-load",
    roleDescription: "To S3",
    sourceArns: [`arn:aws:rds:us-east-1:${account}:cluster:sales`],
    clusterParameterGroup: groupWith("activate_all_roles_on_login"),
    tags: { team: "orders" },
};
const boundary = { ...changed, clusters, permissionsBoundary: policyArn("DeveloperBoundary") };

describe("docs/guides/deployer-permissions.md, held against the calls of deployments on the real engine,", () => {
    const { aws, stackOf } = useInlineStacks();
    let page: Awaited<ReturnType<typeof readPage>>;
    const requests: Record<"all" | "boundary" | "existing" | "path", Request[]> = {
        all: [],
        boundary: [],
        existing: [],
        path: [],
    };

    async function during(run: Promise<unknown>, path?: string): Promise<Request[]> {
        const [calls, changes] = [(await aws().calls()).length, (await aws().changes()).length];
        await run;
        const reads = (await aws().calls()).slice(calls).filter((line) => /:(Get|List|Describe)/.test(line));
        return [
            ...reads
                .filter((line) => !line.startsWith(needsNoPermission))
                .map((line) => whenRead(line, path)),
            ...(await aws().changes()).slice(changes).flatMap((change) => whenChanged(change, path)),
        ];
    }

    async function deployAll(): Promise<void> {
        const stack = await stackOf("all", sales(everything));
        const change = (args: Partial<AuroraS3AccessArgs>) => {
            stack.program = sales(args);
            return during(stack.up());
        };
        requests.all.push(...(await during(stack.up())), ...(await change(changed)));
        const role = requests.all
            .find(({ action }) => action === "iam:CreateRole")!
            .resource.split("/")
            .at(-1)!;
        await attach(aws().aws, role, "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess");
        const PolicyDocument = policyDocument(allow("sts:GetCallerIdentity", "*"));
        const inline = { RoleName: role, PolicyName: "audit", PolicyDocument };
        await aws().aws.iam.send(new PutRolePolicyCommand(inline));
        requests.all.push(...(await during(stack.refresh())));
        const replaced = { ...boundary, roleName: "sales-loader" };
        requests.boundary.push(...(await change(boundary)), ...(await change(replaced)));
        requests.all.push(...(await during(stack.destroy())));
    }

    async function deploy(
        name: "existing" | "path",
        args: Partial<AuroraS3AccessArgs> & { path?: string },
    ): Promise<void> {
        const stack = await stackOf(name, sales(args));
        for (const run of [() => stack.up(), () => stack.refresh(), () => stack.destroy()])
            requests[name].push(...(await during(run(), args.path)));
    }

    before(async () => {
        page = await readPage();
        const { iam, rds } = aws().aws;
        await createCluster(aws().aws);
        const PolicyArn = await createPolicy(aws().aws, "DeveloperBoundary");
        const existingRoleArn = await createRole(aws().aws, "AllowAuroraS3Role");
        await deployAll();
        await deploy("existing", { existingRoleArn, clusters });
        await deploy("path", { path: "/aurora/" });
        await iam.send(new DeleteRoleCommand({ RoleName: "AllowAuroraS3Role" }));
        await iam.send(new DeletePolicyCommand({ PolicyArn }));
        const cluster = { DBClusterIdentifier: "sales", SkipFinalSnapshot: true };
        await rds.send(new DeleteDBClusterCommand(cluster));
    });

    /** The requests that statements of the page do not allow, of which parts are replaced as the page says. */
    function denied(
        asked: Request[],
        statements: Statement[],
        replacements: [string, string][] = [],
    ): string[] {
        const Statement = JSON.parse(
            replacements.reduce(
                (json, [from, to]) => json.replaceAll(from, () => to),
                JSON.stringify(statements),
            ),
        ) as object[];
        const policy = { Version: "2012-10-17", Statement };
        return asked
            .filter((request) => evaluateIdentityPolicies([policy], request) !== "allowed")
            .map(({ action, resource }) => `${action} ${resource}`);
    }

    const only = (...sids: string[]) => page.statements.filter(({ Sid }) => sids.includes(Sid));

    it("allows them all", () => {
        assert.deepEqual(denied(requests.all, page.statements), []);
    });

    it("allows them with the boundary that it enforces, and no role without it", () => {
        const statements = page.statements.map((each) =>
            each.Sid === page.withBoundary.Sid ? page.withBoundary : each,
        );
        assert.deepEqual(denied(requests.boundary, statements), []);
        assert.match(denied(requests.all, statements).join(), /^iam:CreateRole [^,]*$/);
    });

    it("allows them for an existing role, with the statements for it", () => {
        const statements = only("Policies", "Attachments", "ReadAttachments", "Associations", "PassRoles");
        const role: [string, string] = ["role/sales-*", "role/AllowAuroraS3Role"];
        assert.deepEqual(denied(requests.existing, statements, [role]), []);
    });

    it("allows them with a path, with the statements for a role without clusters and tags", () => {
        const statements = only("Policies", "CreateRoles", "Roles", "Attachments", "ReadAttachments");
        const paths: [string, string][] = [
            ["role/sales-*", "role/aurora/*"],
            ["policy/sales-*", "policy/aurora/*"],
        ];
        assert.deepEqual(denied(requests.path, statements, paths), []);
    });

    it("has no action that none of them takes, but for those of the real provider alone", () => {
        const used = new Set(Object.values(requests).flatMap((all) => all.map(({ action }) => action)));
        const granted = [...page.statements, page.withBoundary].flatMap(({ Action }) => Action);
        assert.deepEqual(
            granted.filter((action) => !used.has(action)),
            Object.keys(onlyReal),
        );
    });

    it("says for each statement what it is for", () => {
        assert.deepEqual(
            page.listed,
            page.statements.map(({ Sid }) => Sid),
        );
    });
});
