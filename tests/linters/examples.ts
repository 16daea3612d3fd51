import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import * as pulumi from "@pulumi/pulumi";
import { projectFolder } from "../../tools/project";
import { run, type Registered } from "../unit/component/program";
import type { Linted } from "./documents";

const folder = join(projectFolder, "examples");
const files = (example: string) => readdirSync(join(folder, example));

/** Those in TypeScript. What the others create is the same: `tests/stacks/languages.test.ts` deploys and compares them. */
export const examples = readdirSync(folder).filter((example) => files(example).includes("index.ts"));
export const inOtherLanguages = readdirSync(folder).filter((example) => !examples.includes(example));

const config = {
    bucket: "sales-raw",
    clusterIdentifier: "sales",
    primaryCluster: "sales",
    secondaryCluster: "sales-eu",
    secondaryRegion: "eu-west-1",
    ownerRoleArn: "arn:aws:iam::210987654321:role/deployer",
};

const account = "123456789012";
const key = `arn:aws:kms:us-east-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** What AWS adds to resources, as far as policies name it. */
const added: Record<string, (name: string) => object> = {
    "aws:s3/bucket:Bucket": (name) => ({ bucket: name, arn: `arn:aws:s3:::${name}` }),
    "aws:kms/key:Key": () => ({ arn: key, keyId: key }),
    "aws:rds/cluster:Cluster": (name) => ({ clusterIdentifier: name }),
    "aws:iam/role:Role": (name) => ({ name, arn: `arn:aws:iam::${account}:role/${name}` }),
    "aws:iam/policy:Policy": (name) => ({ name, arn: `arn:aws:iam::${account}:policy/${name}` }),
};

const answers: Record<string, object> = {
    "aws:index/getPartition:getPartition": { partition: "aws" },
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: account },
    "aws:rds/getCluster:getCluster": { engineVersion: "8.0.mysql_aurora.3.10.0" },
};

/** The policies of the resources that an example registers. */
export async function documentsOfExample(example: string): Promise<Linted[]> {
    const program = await compiled(join(folder, example, "index.ts"));
    const { resources } = await run(
        () => {
            for (const [name, value] of Object.entries(config))
                pulumi.runtime.setConfig(`project:${name}`, value);
            return program();
        },
        {
            mocks: {
                newResource: ({ type, name, inputs }) => ({
                    id: name,
                    state: { ...added[type]?.(name), ...(inputs as object) },
                }),
                call: ({ token }) => answers[token]!,
            },
        },
    );
    return policiesOf(resources);
}

/** The example as a function, with the component of this project. */
async function compiled(entry: string): Promise<() => Record<string, unknown>> {
    const { outputFiles } = await build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        platform: "node",
        format: "cjs",
        external: ["@pulumi/*"],
        alias: { "aurora-s3-access": join(projectFolder, "provider") },
    });
    const text = outputFiles[0]!.text;
    const execute = compileFunction(text, ["require", "module"], { filename: entry }) as (
        require: NodeJS.Require,
        module: { exports: Record<string, unknown> },
    ) => void;
    return () => {
        const module = { exports: {} };
        execute(createRequire(__filename), module);
        return module.exports;
    };
}

const places: Record<string, [kind: Linted["kind"], input: string]> = {
    "aws:iam/policy:Policy": ["permissions", "policy"],
    "aws:iam/role:Role": ["trust", "assumeRolePolicy"],
    "aws:s3/bucketPolicy:BucketPolicy": ["bucket", "policy"],
    "aws:kms/keyPolicy:KeyPolicy": ["key", "policy"],
};

function policiesOf(resources: readonly Registered[]): Linted[] {
    return resources.flatMap(({ id, inputs }) => {
        const [kind, input] = places[id.split(" ")[0]!] ?? [];
        return kind && input ? [{ kind, document: inputs[input] as string }] : [];
    });
}
