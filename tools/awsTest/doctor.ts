import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Diagnosis } from "../../doctor/finding";
import { manifest, projectFolder } from "../project";
import type { Outcome } from "./checks/verify";

/** What the doctor says of a cluster, as users run it. */
export async function doctor(identifier: string, bucket: string, engine: string): Promise<Outcome> {
    const script = join(projectFolder, manifest.bin["aurora-s3-access"]!);
    const places = [
        "--import",
        `s3://${bucket}/incoming/`,
        "--export",
        `s3://${bucket}/exports/${engine}/orders`,
    ];
    const child = spawn(process.execPath, [script, "doctor", identifier, "--json", ...places], {
        stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, [exitCode]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, "exit") as Promise<[number]>,
    ]);
    if (exitCode > 1 || stdout === "") return { held: false, found: stderr.trim() };
    const { verdict, findings, summary } = JSON.parse(stdout) as Diagnosis;
    const problems = findings.map(({ code, problem }) => `${code} ${problem}`);
    return { held: verdict === "healthy", found: [summary, ...problems].join(" ") };
}
