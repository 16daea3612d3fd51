import { rds } from "@pulumi/aws";
import assert from "node:assert/strict";
import { AuroraS3Access, type AuroraEngine, type AuroraS3AccessArgs } from "../../provider";
import type { Program } from "../support/engine";
import { sideBySide, useInlineStacks } from "./inlineStacks";

/** A cluster and its access, where all that is made is named like the cluster. */
const program =
    (name: string, engine: AuroraEngine, args: Partial<AuroraS3AccessArgs> = {}): Program =>
    () => {
        const { clusterIdentifier } = new rds.Cluster(name, {
            clusterIdentifier: name,
            engine,
            masterUsername: "administrator",
            manageMasterUserPassword: true,
            skipFinalSnapshot: true,
        });
        new AuroraS3Access(name, {
            engine,
            importFrom: [{ bucket: "raw" }],
            exportTo: [{ bucket: "reports" }],
            clusters: [{ clusterIdentifier }],
            roleName: name,
            importPolicyName: `${name}-load`,
            exportPolicyName: `${name}-unload`,
            ...args,
        });
    };

const [attach, detach] = ["iam:AttachRolePolicy", "iam:DetachRolePolicy"];
const [add, remove] = ["rds:AddRoleToDBCluster", "rds:RemoveRoleFromDBCluster"];

/** The operations that tie policies to roles and roles to clusters. */
const ties = (calls: string[]) =>
    calls
        .map((call) => call.split(" ")[0]!)
        .filter((operation) => [attach, detach, add, remove].includes(operation));

/** Of one role: those of another one are independent of it. */
const about = (role: string, calls: string[]) => calls.filter((call) => call.includes(role));

/** How often the cluster was described between one call and the other; the emulated AWS has done what it was asked at the second time. */
function looksBetween(calls: string[], one: string, other: string): number {
    const [first, second] = [one, other].map((call) => calls.findIndex((each) => each.startsWith(call)));
    assert.ok(first! >= 0 && first! < second!, `${one} comes before ${other} in ${calls.join("\n")}`);
    return calls.slice(first, second).filter((call) => call.startsWith("rds:DescribeDBClusters")).length;
}

describe("what AWS sees of the role, on the real engine,", () => {
    const { aws, stackOf } = useInlineStacks();
    let mysql: Record<"up" | "newPolicy" | "newRole" | "destroy", string[]>;
    let postgresql: Record<"up" | "newRole" | "destroy", string[]>;

    /** What AWS was asked about what has this name, while something ran. */
    async function callsAbout(name: string, run: Promise<unknown>): Promise<string[]> {
        const before = (await aws().calls()).length;
        await run;
        return (await aws().calls()).slice(before).filter((call) => call.includes(` ${name}`));
    }

    async function onMysql(): Promise<void> {
        const stack = await stackOf("mysql", program("sales", "aurora-mysql"));
        const up = await callsAbout("sales", stack.up());
        const changed = (args: Partial<AuroraS3AccessArgs>) => {
            stack.program = program("sales", "aurora-mysql", args);
            return stack.up();
        };
        const description = { importPolicyDescription: "What the sales cluster loads" };
        const newPolicy = await callsAbout("sales", changed(description));
        const newRole = await callsAbout("sales", changed({ ...description, roleName: "sales-loader" }));
        mysql = { up, newPolicy, newRole, destroy: await callsAbout("sales", stack.destroy()) };
    }

    async function onPostgresql(): Promise<void> {
        const stack = await stackOf("postgresql", program("stock", "aurora-postgresql"));
        const up = await callsAbout("stock", stack.up());
        stack.program = program("stock", "aurora-postgresql", { roleName: "stock-loader" });
        const newRole = await callsAbout("stock", stack.up());
        postgresql = { up, newRole, destroy: await callsAbout("stock", stack.destroy()) };
    }

    before(() => sideBySide([onMysql(), onPostgresql()]));

    it("is its policies first, and only then its cluster", () => {
        assert.deepEqual(ties(mysql.up), [attach, attach, add]);
        for (const role of ["stock-import", "stock-export"]) {
            assert.deepEqual(ties(about(role, postgresql.up)), [attach, add]);
        }
    });

    it("ends in the opposite order", () => {
        assert.deepEqual(ties(mysql.destroy), [remove, detach, detach]);
        for (const role of ["stock-loader-import", "stock-loader-export"]) {
            assert.deepEqual(ties(about(role, postgresql.destroy)), [remove, detach]);
        }
    });

    it("is a second role of a cluster only when the first one is active", () => {
        const [imports, exports] = ["import", "export"].map(
            (direction) => `${add} stock arn:aws:iam::${aws().accountId}:role/stock-${direction}`,
        );
        assert.ok(looksBetween(postgresql.up, imports!, exports!) >= 2);
    });

    it("is only one role fewer of a cluster at a time", () => {
        const [imports, exports] = ["import", "export"].map(
            (direction) => `${remove} stock arn:aws:iam::${aws().accountId}:role/stock-loader-${direction}`,
        );
        assert.ok(looksBetween(postgresql.destroy, exports!, imports!) >= 2);
    });

    it("is no change at its cluster when a policy is replaced", () => {
        assert.deepEqual(ties(mysql.newPolicy), [detach, attach]);
    });

    it("is on Aurora MySQL that the cluster has the role that replaces it, with every policy, before it lets go of it", () => {
        assert.deepEqual(ties(mysql.newRole), [attach, attach, add, remove, detach, detach]);
        assert.ok(looksBetween(mysql.newRole, add, remove) >= 2);
    });

    it("is on Aurora PostgreSQL, where a feature has one role, that the cluster has let go of it before it has the next", () => {
        for (const direction of ["import", "export"]) {
            const calls = postgresql.newRole.filter(
                (call) => call.includes(`-${direction}`) || call.includes("Describe"),
            );
            assert.deepEqual(ties(calls), [attach, remove, add, detach]);
            assert.ok(looksBetween(calls, remove, add) >= 2);
        }
    });
});
