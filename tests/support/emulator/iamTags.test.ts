import {
    CreatePolicyCommand,
    ListPolicyTagsCommand,
    ListRoleTagsCommand,
    type Tag,
    TagPolicyCommand,
    TagRoleCommand,
    UntagPolicyCommand,
    UntagRoleCommand,
} from "@aws-sdk/client-iam";
import assert from "node:assert/strict";
import { allow, createRole, policyDocument, useEmulator } from "./builders";

const policyArn = "arn:aws:iam::123456789012:policy/tagged";
const named = { RoleName: "tagged" };
const ofPolicy = { PolicyArn: policyArn };

const tags = (record: Record<string, string>): Tag[] =>
    Object.entries(record).map(([Key, Value]) => ({ Key, Value }));
const many = (count: number, prefix = "k") =>
    tags(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, "v"])));

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
for (const kind of ["role", "policy"] as const) {
    describe(`Tags of an emulated IAM ${kind}`, () => {
        const emulator = useEmulator();

        async function create(Tags: Tag[]): Promise<void> {
            const { aws } = emulator();
            if (kind === "role") return void (await createRole(aws, "tagged", undefined, { Tags }));
            const PolicyDocument = policyDocument(allow("s3:GetObject", "*"));
            await aws.iam.send(new CreatePolicyCommand({ PolicyName: "tagged", PolicyDocument, Tags }));
        }
        async function tag(record: Record<string, string> | Tag[]): Promise<void> {
            const Tags = Array.isArray(record) ? record : tags(record);
            const { iam } = emulator().aws;
            if (kind === "role") await iam.send(new TagRoleCommand({ ...named, Tags }));
            else await iam.send(new TagPolicyCommand({ ...ofPolicy, Tags }));
        }
        async function untag(...TagKeys: string[]): Promise<void> {
            const { iam } = emulator().aws;
            if (kind === "role") await iam.send(new UntagRoleCommand({ ...named, TagKeys }));
            else await iam.send(new UntagPolicyCommand({ ...ofPolicy, TagKeys }));
        }
        async function listed(): Promise<Record<string, string>> {
            const { iam } = emulator().aws;
            const { Tags } =
                kind === "role"
                    ? await iam.send(new ListRoleTagsCommand(named))
                    : await iam.send(new ListPolicyTagsCommand(ofPolicy));
            return Object.fromEntries(Tags!.map(({ Key, Value }) => [Key!, Value!]));
        }

        // https://github.com/aws/aws-cdk/issues/26253
        const duplicate = {
            name: "InvalidInputException",
            message: "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        };

        it("cannot have keys that differ in case only", async () => {
            await assert.rejects(create(tags({ Environment: "a", environment: "b" })), duplicate);
            await create([]);
            await assert.rejects(tag({ Environment: "a", ENVIRONMENT: "b" }), duplicate);
        });

        it("take the place of one whose key differs in case only", async () => {
            await create(tags({ Environment: "a", team: "b" }));
            await tag({ environment: "c" });
            assert.deepEqual(await listed(), { environment: "c", team: "b" });
        });

        it("are removed whatever the case of their keys", async () => {
            await create(tags({ Environment: "a", team: "b" }));
            await untag("ENVIRONMENT");
            assert.deepEqual(await listed(), { team: "b" });
        });

        it("are fifty at most in a call", async () => {
            const tooMany = {
                name: "ValidationError",
                message:
                    /^1 validation error detected: Value '.*' at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50$/,
            };
            await assert.rejects(create(many(51)), tooMany);
            await create(many(50));
            await assert.rejects(tag(many(51)), tooMany);
        });

        it("are fifty at most in sum", async () => {
            await create(many(30));
            await assert.rejects(tag(many(21, "more")), {
                name: "LimitExceededException",
                message: "The number of tags has reached the maximum limit.",
            });
            await tag([...many(30), ...many(20, "more")]);
            assert.equal(Object.keys(await listed()).length, 50);
        });

        for (const [key, value] of [
            ["aws:team", "a"],
            ["AWS:team", "a"],
            ["team", "aws:a"],
        ] as const) {
            it(`cannot be AWS's own, as ${key}=${value}`, async () => {
                await assert.rejects(create(tags({ [key]: value })), { name: "InvalidInputException" });
            });
        }

        const unfit = [
            ["key", "tëam ٣ _.:/=+-@", "ok", true],
            ["key", "a*b", "ok", false],
            ["value", "team", "ünfälle 5 _.:/=+-@", true],
            ["value", "team", "", true],
            ["value", "team", "a,b", false],
        ] as const;
        for (const [member, key, value, accepted] of unfit) {
            it(`${accepted ? "may" : "cannot"} have the ${member} "${member === "key" ? key : value}"`, async () => {
                const created = create(tags({ [key]: value }));
                if (accepted) await created;
                else {
                    await assert.rejects(created, {
                        name: "ValidationError",
                        message: new RegExp(
                            `at 'tags.1.member.${member}' failed to satisfy constraint: Member must satisfy regular expression pattern: `,
                        ),
                    });
                }
            });
        }
    });
}
