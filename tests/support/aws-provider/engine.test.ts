import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { another, documentFor, environmentOf, start, trust } from "./fixture";
import { awsPlugin } from "./home";
import { type PluginClient, secret, unknown, type Props } from "./pluginClient";

const Policy = "aws:iam/policy:Policy";
const Role = "aws:iam/role:Role";
const Bucket = "aws:s3/bucket:Bucket";
const BucketEncryption =
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";

const policy = documentFor("s3:GetObject");

describe("The stand-in for the AWS provider: what it tells the engine", () => {
    let plugin: PluginClient;
    before(async () => ({ plugin } = await start()));

    describe("names", () => {
        it("are given back from the inputs of before", async () => {
            const olds = await plugin.check(Policy, { policy });
            assert.equal((await plugin.check(Policy, { policy }, { olds })).name, olds.name);
        });

        it("are new where there was a name given before", async () => {
            const olds = await plugin.check(Policy, { policy, name: "given" });
            const { name } = await plugin.check(Policy, { policy }, { olds });
            assert.match(name as string, /^it-[0-9a-f]{7}$/);
        });

        it("are the same for the same seed of the engine", async () => {
            const [one, same, other] = await Promise.all(
                ["1", "1", "2"].map((seed) => plugin.check(Policy, { policy }, { seed })),
            );
            assert.equal(one!.name, same!.name);
            assert.notEqual(one!.name, other!.name);
        });

        it("are refused where they would be too long", async () => {
            await assert.rejects(
                plugin.check(Role, { assumeRolePolicy: trust }, { name: "r".repeat(57) }),
                /The automatic name "r{57}-" and 7 random characters is longer than 64/,
            );
        });

        describe("with the autonaming of a stack", () => {
            const long = "r".repeat(65);
            const roleName = async (...autonaming: [string, "PROPOSE" | "ENFORCE" | "DISABLE"]) =>
                (await plugin.check(Role, { assumeRolePolicy: trust }, { autonaming })).name;

            it("are what it proposes, and what it enforces however long it is", async () => {
                assert.equal(await roleName("proposed", "PROPOSE"), "proposed");
                assert.equal(await roleName(long, "ENFORCE"), long);
            });

            it("are refused where what it proposes is too long", async () => {
                await assert.rejects(roleName(long, "PROPOSE"), /'r{65}' exceeds maximum length of 64/);
            });

            it("are asked for where it gives none", async () => {
                await assert.rejects(
                    roleName("", "DISABLE"),
                    /automatic naming is disabled but no explicit name/,
                );
            });

            it("are those of the program where it gives them", async () => {
                const given = { policy, name: "given" };
                const { name } = await plugin.check(Policy, given, { autonaming: ["proposed", "ENFORCE"] });
                assert.equal(name, "given");
            });
        });
    });

    describe("mistakes", () => {
        it("are told by property, all at once", async () => {
            const found = await plugin.mistakes(Role, {
                description: 7,
                assumeRolePolicy: "{",
                arn: "arn:aws:iam::123456789012:role/mine",
                maxSessionDuration: 1.5,
                name: "a",
                namePrefix: "b",
                tags: ["x"],
            });
            assert.deepEqual(Object.keys(found).sort(), [
                "arn",
                "assumeRolePolicy",
                "description",
                "maxSessionDuration",
                "name",
                "namePrefix",
                "tags",
            ]);
            assert.equal(found.description, "Expected a string, got 7.");
            assert.match(found.arn!, /has no "arn" here; it has: assumeRolePolicy, description, /);
            assert.match(found.name!, /"name": conflicts with "namePrefix"/);
        });

        it("are told where something is missing", async () => {
            assert.deepEqual(await plugin.mistakes(Policy, {}), {
                policy: 'Missing required argument. The argument "policy" is required, but no definition was found.',
            });
        });

        it("are told inside of properties", async () => {
            const found = await plugin.mistakes(BucketEncryption, {
                bucket: "b",
                rules: [{ bucketKeys: true }],
            });
            assert.deepEqual(Object.keys(found), ["rules[0].bucketKeys"]);
        });

        it("are told for a type that it has not", async () => {
            await assert.rejects(
                plugin.check("aws:sqs/queue:Queue", {}),
                /has no aws:sqs\/queue:Queue; it has: aws:ec2\/subnet:Subnet, /,
            );
        });
    });

    describe("previews", () => {
        it("of a creation tell what is given and made up, and leave the rest unknown", async () => {
            const state = await plugin.previewCreate(Policy, { policy, tags: { a: "1" } });
            assert.match(state.name as string, /^it-[0-9a-f]{7}$/);
            assert.deepEqual(state, {
                arn: unknown,
                attachmentCount: unknown,
                name: state.name,
                namePrefix: unknown,
                path: "/",
                policy,
                policyId: unknown,
                tags: { a: "1" },
                tagsAll: { a: "1" },
            });
        });

        it("of a creation from a prefix leave the name unknown", async () => {
            const state = await plugin.previewCreate(Policy, { policy, namePrefix: "app-" });
            assert.deepEqual([state.name, state.namePrefix], [unknown, "app-"]);
        });

        it("pass on what is unknown, also inside of documents and tags", async () => {
            const document = { Statement: [{ Effect: "Allow", Action: "s3:*", Resource: unknown }] };
            const state = await plugin.previewCreate(Policy, { policy: document, tags: { a: unknown } });
            assert.deepEqual([state.policy, state.tags, state.tagsAll], [unknown, { a: unknown }, unknown]);
        });

        it("of an update keep what AWS said, but for what the update changes", async () => {
            const made = await plugin.create(Policy, { policy, description: "one" });
            const news = { policy: documentFor("s3:PutObject"), description: "one", tags: { a: "1" } };
            const { tags } = news;
            const planned = await plugin.previewUpdate(Policy, made, news);
            assert.deepEqual(planned, { ...made.state, policy: news.policy, tags, tagsAll: tags });
        });

        it("of an update leave unknown what AWS will change with it", async () => {
            const key = await plugin.create("aws:kms/key:Key", {});
            const alias = await plugin.create("aws:kms/alias:Alias", { targetKeyId: key.id });
            const planned = await plugin.previewUpdate("aws:kms/alias:Alias", alias, {
                targetKeyId: "other",
            });
            assert.deepEqual(planned, { ...alias.state, targetKeyId: "other", targetKeyArn: unknown });
        });
    });

    describe("differences", () => {
        it("are none for a property that AWS fills in when it is left out", async () => {
            const made = await plugin.create(Bucket, { region: "us-east-1" });
            assert.deepEqual((await plugin.diff(Bucket, made, {})).paths, []);
        });

        it("are there for what is unknown", async () => {
            const made = await plugin.create(Policy, { policy });
            assert.deepEqual((await plugin.diff(Policy, made, { policy: unknown })).paths, ["policy"]);
            assert.deepEqual((await plugin.diff(Policy, made, { policy, name: unknown })).replaces, [
                "id",
                "name",
            ]);
        });

        it("are left out where the program ignores them", async () => {
            const made = await plugin.create(Policy, { policy, tags: { a: "1", b: "1" } });
            const news = { policy: documentFor("s3:PutObject"), tags: { a: "2", b: "2" } };
            const { paths } = await plugin.diff(Policy, made, news, ["policy", "tagsAll", "tags.a"]);
            assert.deepEqual(paths, ["tags.b"]);
        });

        it("have the old one deleted first only where a given name stays", async () => {
            const replaced = async (before: Props, after: Props) => {
                const made = await plugin.create(Policy, { policy, ...before });
                return (await plugin.diff(Policy, made, { policy, path: "/x/", ...after })).deletesFirst;
            };
            assert.equal(await replaced({ name: "stays" }, { name: "stays" }), true);
            assert.equal(await replaced({ name: "leaves" }, { name: "comes" }), false);
            assert.equal(await replaced({}, { name: "new" }), false);
            assert.equal(await replaced({}, {}), false);
        });
    });

    describe("secrets", () => {
        it("stay secret in inputs and state, and with all of their property", async () => {
            const given = { policy, description: secret("hush"), tags: { a: secret("1"), b: "2" } };
            const { inputs, state } = await plugin.create(Policy, given);
            for (const found of [inputs, state]) {
                assert.deepEqual(found.description, secret("hush"));
                assert.deepEqual(found.tags, secret({ a: "1", b: "2" }));
                assert.deepEqual(found.tagsAll, secret({ a: "1", b: "2" }));
                assert.equal(found.path, "/");
            }
        });

        it("stay secret over a refresh and an update", async () => {
            const made = await plugin.create(Policy, { policy, description: secret("hush") });
            const refreshed = (await plugin.refresh(Policy, made))!;
            assert.deepEqual(refreshed.state.description, secret("hush"));
            assert.deepEqual(refreshed.inputs.description, secret("hush"));
            const news = { policy: documentFor("s3:PutObject"), description: secret("hush") };
            const updated = await plugin.update(Policy, refreshed, news);
            assert.deepEqual(updated.state.description, secret("hush"));
        });
    });

    describe("the process", () => {
        it("ends when the engine is gone", async () => {
            const { aws } = await start();
            const own = await another(environmentOf(aws));
            own.process.stdin!.end();
            const [code] = (await once(own.process, "exit")) as [number];
            assert.equal(code, 0);
        });

        it("has nothing to say but its port", async () => {
            const child = spawn(join(await awsPlugin(), "pulumi-resource-aws"), ["127.0.0.1:1"]);
            const said = text(child.stderr);
            const [port] = (await once(child.stdout, "data")) as [Buffer];
            assert.match(port.toString(), /^\d+\n$/);
            child.kill();
            assert.equal(await said, "");
        });
    });
});
