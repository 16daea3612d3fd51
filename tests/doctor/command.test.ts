import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Diagnosis } from "../../doctor/finding";
import { manifest, projectFolder } from "../../tools/project";
import { useEmulator } from "../support/emulator/builders";
import { type Account, allow } from "./account";
import { healthyAccount } from "./examined";

const script = join(projectFolder, manifest.bin["aurora-s3-access"]!);

interface Ended {
    exitCode: number;
    stdout: string;
    stderr: string;
    milliseconds: number;
}

/** Runs what `npx` does. Of the user's environment, nothing counts. */
async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
    const started = performance.now();
    const command = spawn(process.execPath, ["--require", join(__dirname, "memory.js"), script, ...args], {
        env: {
            AWS_CONFIG_FILE: devNull,
            AWS_SHARED_CREDENTIALS_FILE: devNull,
            AWS_EC2_METADATA_DISABLED: "true",
            ...env,
        },
        stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, [exitCode]] = await Promise.all([
        text(command.stdout),
        text(command.stderr),
        once(command, "exit") as Promise<[number]>,
    ]);
    return { exitCode, stdout, stderr, milliseconds: performance.now() - started };
}

const secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

describe("The command aurora-s3-access doctor", () => {
    const emulator = useEmulator();
    let account: Account;
    let env: Record<string, string>;
    beforeEach(async () => {
        account = await healthyAccount(emulator());
        env = {
            AWS_ENDPOINT_URL: emulator().endpoint,
            AWS_ACCESS_KEY_ID: account.id,
            AWS_SECRET_ACCESS_KEY: secret,
            AWS_REGION: "us-east-1",
        };
    });

    const uris = () => [
        "--import",
        `s3://${account.raw}/incoming/`,
        "--export",
        `s3://${account.reports}/daily`,
    ];

    it("ends with 0 if the cluster is healthy, and reports without colors where there is no terminal", async () => {
        const { exitCode, stdout, stderr } = await run(["doctor", "sales", ...uris()], env);
        assert.deepEqual([exitCode, stderr], [0, ""]);
        assert.match(stdout, /sales/);
        assert.ok(!stdout.includes("\u001b"), stdout);
    });

    it("ends with 1 if something is wrong, and names it first", async () => {
        await account.removeRole(account.importRole);
        const { exitCode, stdout } = await run(["doctor", "sales", "--json", ...uris()], env);
        const { verdict, findings } = JSON.parse(stdout) as Diagnosis;
        assert.deepEqual([exitCode, verdict, findings[0]!.code], [1, "broken", "S3ACCESS010"]);
    });

    it("takes the buckets from the policies of the role, and says so", async () => {
        const { exitCode, stdout } = await run(["doctor", "sales", "--json"], env);
        const { notes } = JSON.parse(stdout) as Diagnosis;
        assert.equal(exitCode, 0);
        assert.equal(
            notes[0]!.text,
            `No URI was given, so the locations in the policies of the roles were checked: export to s3://${account.reports}/*, import from s3://${account.raw}/*.`,
        );
    });

    it("is told nothing about buckets by roles without policies, and says so", async () => {
        await account.policy("import", [allow(["s3:ListAllMyBuckets"], "*")]);
        await account.policy("export", [allow(["s3:ListAllMyBuckets"], "*")]);
        const { exitCode, stdout } = await run(["doctor", "sales", "--json"], env);
        const { verdict, notChecked } = JSON.parse(stdout) as Diagnosis;
        assert.deepEqual(
            [exitCode, verdict, notChecked.map(({ reason }) => reason)],
            [
                2,
                "incomplete",
                ["no bucket is named, neither in the command nor in the policies of the roles"],
            ],
        );
    });

    it("answers in 2 seconds, with 150 MB at most", async () => {
        const { milliseconds, stderr } = await run(["doctor", "sales", ...uris()], {
            ...env,
            TELL_MEMORY: "1",
        });
        const megabytes = Number(/^memory (\d+)$/m.exec(stderr)![1]) / 1024;
        assert.ok(milliseconds < 2000, `${milliseconds} ms`);
        assert.ok(megabytes < 150, `${megabytes} MB`);
    });

    it("takes credentials and Region from the profile", async () => {
        const folder = await mkdtemp(join(tmpdir(), "profile-"));
        const [config, credentials] = [join(folder, "config"), join(folder, "credentials")];
        const keys = `aws_access_key_id = ${account.id}\naws_secret_access_key = ${secret}\n`;
        await writeFile(config, "[profile production]\nregion = us-east-1\n");
        await writeFile(credentials, `[production]\n${keys}`);
        const { exitCode, stderr } = await run(["doctor", "sales", "--profile", "production", ...uris()], {
            AWS_ENDPOINT_URL: emulator().endpoint,
            AWS_CONFIG_FILE: config,
            AWS_SHARED_CREDENTIALS_FILE: credentials,
        });
        await rm(folder, { recursive: true });
        assert.deepEqual([exitCode, stderr], [0, ""]);
    });

    it("names the clusters that there are if there is none of the name", async () => {
        const { exitCode, stdout, stderr } = await run(["doctor", "sale"], env);
        assert.deepEqual([exitCode, stdout], [2, ""]);
        assert.equal(
            stderr,
            'There is no cluster "sale" in us-east-1. The Aurora clusters there are "sales". Check the identifier, and set the Region with --region and the account with --profile.\n',
        );
    });

    it("names the cluster of an instance", async () => {
        const { exitCode, stderr } = await run(["doctor", "sales-0"], env);
        assert.deepEqual(
            [exitCode, stderr],
            [2, '"sales-0" is an instance of the cluster "sales". Run the doctor for the cluster.\n'],
        );
    });

    it("says what to do without credentials, and without a Region", async () => {
        const { AWS_ENDPOINT_URL, AWS_REGION } = env as { AWS_ENDPOINT_URL: string; AWS_REGION: string };
        const nobody = await run(["doctor", "sales"], { AWS_ENDPOINT_URL, AWS_REGION });
        assert.equal(nobody.exitCode, 2);
        assert.match(
            nobody.stderr,
            /^AWS credentials are missing or not valid: .*"aws sso login".*--profile\.\n$/,
        );
        const nowhere = await run(["doctor", "sales"], { AWS_ENDPOINT_URL });
        assert.equal(nowhere.exitCode, 2);
        assert.match(nowhere.stderr, /^The AWS Region of the cluster is not known\. Set it with --region/);
    });

    it("shows no credentials", async () => {
        await account.removeRole(account.importRole);
        for (const args of [["sales"], ["sales", "--json"], ["nobody"]]) {
            const { stdout, stderr } = await run(["doctor", ...args], env);
            assert.ok(!`${stdout}${stderr}`.includes(secret));
        }
    });
});

describe("The words of aurora-s3-access doctor", () => {
    it("are explained by --help within 200 ms", async () => {
        const runs = [];
        for (let each = 0; each < 5; each++) runs.push(await run(["doctor", "--help"]));
        const [{ exitCode, stdout }] = runs as [Ended];
        assert.equal(exitCode, 0);
        assert.match(stdout, /^Usage: aurora-s3-access doctor CLUSTER \[options\]\n/);
        for (const line of stdout.split("\n")) assert.ok(line.length <= 100, line);
        const quickest = Math.min(...runs.map(({ milliseconds }) => milliseconds));
        assert.ok(quickest < 200, `${quickest} ms`);
    });

    it("tell the version", async () => {
        for (const args of [["--version"], ["doctor", "--version"]]) {
            assert.equal((await run(args)).stdout, `${manifest.version}\n`);
        }
    });

    it("need a command that there is", async () => {
        assert.match((await run([])).stdout, /^Usage: aurora-s3-access doctor/);
        const { exitCode, stderr } = await run(["docter"]);
        assert.deepEqual(
            [exitCode, stderr],
            [2, '"docter": unknown command. Use "aurora-s3-access doctor CLUSTER".\n'],
        );
    });

    const mistakes: [string, string[], string[]][] = [
        [
            "no cluster",
            [],
            ['CLUSTER: requires the identifier of a DB cluster, for example, "doctor sales".'],
        ],
        [
            "the endpoint of a cluster",
            ["sales.cluster-abc123.eu-west-1.rds.amazonaws.com"],
            [
                'CLUSTER: must be the identifier of a DB cluster, but received "sales.cluster-abc123.eu-west-1.rds.amazonaws.com". Use "doctor sales --region eu-west-1".',
            ],
        ],
        [
            "the ARN of a cluster",
            ["arn:aws:rds:eu-west-1:123456789012:cluster:sales"],
            [
                'CLUSTER: must be the identifier of a DB cluster, but received "arn:aws:rds:eu-west-1:123456789012:cluster:sales". Use "doctor sales --region eu-west-1".',
            ],
        ],
        [
            "several mistakes at once",
            ["sales", "orders", "--region", "Ireland", "--import", "raw/in", "--json=yes", "--export"],
            [
                '--json: takes no value, but received "yes".',
                "--export: must be followed by a value, for example, --export s3://sales-reports/daily/.",
                'CLUSTER: must be one identifier, but received "orders" after "sales".',
                '--region: must be the name of an AWS Region, for example, us-east-1, but received "Ireland".',
                '--import: must be an S3 URI, but received "raw/in". For example, "s3://raw/incoming/orders.csv".',
            ],
        ],
        ["a slip", ["sales", "--regoin", "us-east-1"], ["--regoin: unknown option. Did you mean --region?"]],
        [
            "an unknown option",
            ["sales", "--fix"],
            [
                "--fix: unknown option. The options are --region, --profile, --import, --export, --json, --help, --version.",
            ],
        ],
    ];
    for (const [what, args, told] of mistakes) {
        it(`are told apart from ${what}`, async () => {
            const { exitCode, stdout, stderr } = await run(["doctor", ...args]);
            assert.deepEqual([exitCode, stdout], [2, ""]);
            assert.deepEqual(stderr.split("\n"), [
                ...told,
                'Run "aurora-s3-access doctor --help" for the options.',
                "",
            ]);
        });
    }
});
