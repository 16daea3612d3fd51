import { randomBytes } from "node:crypto";
import { currentAws, twoZones, type Aws } from "./aws";
import { objects } from "./checks/place";
import { confirmed, type Terminal } from "./confirm";
import { Deployment } from "./deploy/deployment";
import { Runs, type RunRecord } from "./deploy/runs";
import { modes, type Mode, type Settings } from "./deploy/settings";
import { destroy } from "./destroy";
import { onInterruption } from "./interruption";
import { read, usage } from "./options";
import { announcement } from "./report/announcement";
import { allHeld, noFindings, type Findings } from "./report/findings";
import { markdown } from "./report/markdown";
import { say } from "./say";
import { dataApi } from "./sql/dataApi";
import { parametersOf84 } from "./sql/parametersOf84";
import { toldError, TryOut, type Pace } from "./tryOut";

/** How a run is shown and how fast it is. Only the tests on the emulated AWS set these. */
export interface Surroundings {
    terminal: Terminal;
    runs: Runs;
    pace: Pace;
}

const real: Surroundings = {
    terminal: { input: process.stdin, output: process.stdout },
    runs: new Runs(),
    pace: { doublings: 16, pause: 10_000 },
};

/** Returns the exit code: 0 if all is as documented and nothing is left in AWS. */
export async function main(args: readonly string[], surroundings: Surroundings = real): Promise<number> {
    const options = read(args);
    if (options.help) {
        say(usage);
        return 0;
    }
    const aws = await currentAws();
    const { runs, terminal } = surroundings;
    const left = await runs.left();
    if (options.destroy) return destroyLeft(left, aws, surroundings, options.yes);
    if (left.length > 0) {
        const names = left.map(({ name }) => name).join(", ");
        throw new Error(
            `An earlier run has left resources: ${names}. Run "npm run test:aws -- --destroy" first.`,
        );
    }
    const name = `aurora-s3-test-${randomBytes(4).toString("hex")}`;
    say(announcement(aws, name));
    if (!(await confirmed("Create these resources?", options.yes, terminal))) {
        say("Nothing was created.");
        return 0;
    }
    return run({ name, account: aws.account, region: aws.region }, aws, surroundings);
}

async function destroyLeft(
    left: RunRecord[],
    aws: Aws,
    { runs, terminal, pace }: Surroundings,
    yes: boolean,
): Promise<number> {
    if (left.length === 0) {
        say("No earlier run has left anything.");
        return 0;
    }
    let failed = 0;
    for (const record of left) {
        if (record.account !== aws.account)
            throw new Error(
                `${record.name} is in the account ${record.account}, but the credentials are those of ${aws.account}.`,
            );
        if (
            !(await confirmed(`Delete ${record.name} in ${record.account}, ${record.region}?`, yes, terminal))
        )
            continue;
        const deployment = await Deployment.of(record, runs.folderOf(record.name), say);
        await deployment.unlock();
        if (!(await destroy(record, deployment, { runs, pace }))) failed++;
    }
    return failed === 0 ? 0 : 1;
}

async function run(record: RunRecord, aws: Aws, { runs, pace }: Surroundings): Promise<number> {
    await runs.begin(record);
    const findings = noFindings(record.region);
    let deployment: Deployment | undefined;
    const abort = new AbortController();
    const interruption = onInterruption(() => {
        say("Interrupted. Everything that was created is deleted now, which takes a while.");
        // A second interrupt would have the engine forget what it is creating.
        if (abort.signal.aborted) return;
        abort.abort(new Error("interrupted"));
        deployment?.interrupt();
    });
    let failure: unknown;
    try {
        deployment = await Deployment.of(record, runs.folderOf(record.name), say);
        await tryModes(record, aws, deployment, pace, abort.signal, findings);
    } catch (error) {
        failure = error;
        say(`The test cannot go on: ${toldError(error)}`);
    } finally {
        interruption.end();
    }
    if (!deployment) await runs.end(record);
    const gone = !deployment || (await destroy(record, deployment, { runs, pace }));
    if (findings.checks.length > 0) say(`\n${markdown(findings)}`);
    return gone && failure === undefined && allHeld(findings) ? 0 : 1;
}

async function tryModes(
    { name }: RunRecord,
    aws: Aws,
    deployment: Deployment,
    pace: Pace,
    signal: AbortSignal,
    findings: Findings,
): Promise<void> {
    findings.parametersOf84 = await parametersOf84(aws.rds).catch((error) => ({ error: toldError(error) }));
    const zones = await twoZones(aws);
    for (const [index, mode] of modes.entries()) {
        signal.throwIfAborted();
        const isFirst = index === 0;
        say(`\nsourceConditions: ${mode}`);
        const settings = settingsOf(name, aws, zones, mode);
        let deployed;
        try {
            deployed = await deployment.up(settings).catch((error) => {
                if (isFirst || signal.aborted) throw error;
                // RDS may not know a role yet that is seconds old.
                return deployment.up(settings);
            });
        } catch (error) {
            // That RDS cannot assume a role with other conditions is an answer, too.
            if (isFirst || signal.aborted) throw error;
            findings.failedModes.push({ mode, error: toldError(error) });
            say(`The update to ${mode} failed: ${toldError(error)}`);
            continue;
        }
        const tryOut = new TryOut(aws, dataApi(aws.data), deployed, name, pace, signal, say);
        if (isFirst) await tryOut.prepare(findings);
        await tryOut.statements(mode, isFirst, findings);
        if (isFirst) await tryOut.doctor(findings);
        // Nothing depends on them.
        if (mode === modes.at(-1)) await tryOut.withoutActions(findings);
    }
}

function settingsOf(
    name: string,
    { account, partition, region }: Aws,
    zones: string[],
    mode: Mode,
): Settings {
    const arn = (engine: string) => `arn:${partition}:rds:${region}:${account}:cluster:${name}-${engine}`;
    const clusterArns = { mysql: arn("mysql"), postgresql: arn("postgresql") };
    return { name, region, zones, objects, sourceConditions: mode, clusterArns };
}
