import { DisableKeyCommand, EnableKeyCommand } from "@aws-sdk/client-kms";
import { terminalReport } from "../../doctor/report/terminal";
import { examined } from "../../tests/support/doctor";
import type { Emulator } from "../../tests/support/emulator/emulator";
import type { Report } from "./report";

/** The doctor finds nothing, and once a link of the chain is broken, says which. */
export async function doctor(
    aws: Emulator,
    { clusterIdentifier, keyArn }: { clusterIdentifier: string; keyArn: string },
    report: Report,
): Promise<void> {
    report.chapter("Doctor");
    report.say(`npx aurora-s3-access doctor ${clusterIdentifier}`);
    const healthy = await examined(aws, clusterIdentifier);
    report.say(healthy.summary);
    report.check("The doctor says that the cluster is healthy", healthy.verdict, "healthy");

    report.say("aws kms disable-key ...");
    await aws.aws.kms.send(new DisableKeyCommand({ KeyId: keyArn }));
    const broken = await examined(aws, clusterIdentifier);
    report.say(terminalReport(broken, { color: process.stdout.isTTY, width: 100 }).trimEnd());
    report.check(
        "The doctor names the link that is broken",
        broken.findings.map(({ title }) => title),
        ["The KMS key cannot be used"],
    );
    await aws.aws.kms.send(new EnableKeyCommand({ KeyId: keyArn }));
}
