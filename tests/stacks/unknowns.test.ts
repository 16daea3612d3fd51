import { kms, rds, s3 } from "@pulumi/aws";
import assert from "node:assert/strict";
import { AuroraS3Access } from "../../provider";
import type { Program, Run } from "../support/engine";
import { useInlineStacks } from "./inlineStacks";

/** Nothing of what the access is about is there yet. */
const program =
    (reference: "bucket" | "arn"): Program =>
    () => {
        const raw = new s3.Bucket("raw");
        const key = new kms.Key("reports");
        const cluster = new rds.Cluster("sales", {
            engine: "aurora-mysql",
            masterUsername: "administrator",
            manageMasterUserPassword: true,
            skipFinalSnapshot: true,
        });
        new AuroraS3Access("sales", {
            importFrom: [{ bucket: raw[reference], objects: ["incoming/*"] }],
            exportTo: [{ bucket: "reports", kmsKeyArn: key.arn }],
            clusters: [{ clusterIdentifier: cluster.clusterIdentifier }],
            clusterParameterGroup: { family: "aurora-mysql8.0" },
            path: "/aurora/",
        });
    };

/** The paths of what is not known in a value. */
function unknownIn(value: unknown): string[] {
    if (value === "[unknown]") return [""];
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => unknownIn(item).map((path) => `.${key}${path}`));
}

const ofAccess = ({ inputs }: Run) =>
    Object.fromEntries(
        Object.entries(inputs)
            .filter(([resource]) => resource.includes(" sales-"))
            .map(([resource, given]) => [resource, unknownIn(given)]),
    );

/** By ARN, as most examples have it, and by name. */
const unknowns = (importPolicy: string[]) => ({
    "iam.Policy sales-export": [".policy"],
    "iam.Policy sales-import": importPolicy,
    "iam.Role sales-role": [],
    "iam.RolePolicyAttachment sales-export": [".policyArn"],
    "iam.RolePolicyAttachment sales-import": [".policyArn"],
    "rds.ClusterParameterGroup sales-parameters": [".parameters.0.value"],
    "rds.ClusterRoleAssociation sales-cluster": [".dbClusterIdentifier", ".roleArn"],
});

describe("the first preview, where buckets, keys and clusters are not there yet,", () => {
    const { duringStack } = useInlineStacks();
    let byName: Run;
    let byArn: Run;
    before(async () => {
        byName = await duringStack("unknowns", program("bucket"), (stack) => stack.preview());
        byArn = await duringStack("unknowns", program("arn"), (stack) => stack.preview());
    });

    it("leaves open what AWS makes up, and the policies and parameters of which that is a part", () => {
        assert.deepEqual(ofAccess(byArn), unknowns([".policy"]));
    });

    it("knows the policy for a new bucket that is given by its name", () => {
        assert.deepEqual(ofAccess(byName), unknowns([]));
        const { policy } = byName.inputs["iam.Policy sales-import"] as { policy: string };
        assert.deepEqual(JSON.parse(policy.replace(/-[0-9a-f]{7}\b/g, "-NAME")), {
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Action: ["s3:ListBucket"], Resource: ["arn:aws:s3:::raw-NAME"] },
                {
                    Effect: "Allow",
                    Action: ["s3:GetObject", "s3:GetObjectVersion"],
                    Resource: ["arn:aws:s3:::raw-NAME/incoming/*"],
                },
            ],
        });
    });
});
