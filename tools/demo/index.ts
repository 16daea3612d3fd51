import { setUp } from "../../tests/support/setUp";
import { existingCluster } from "./existingCluster";
import { newCluster } from "./newCluster";
import { Report } from "./report";

async function main(): Promise<void> {
    const report = new Report();
    const setup = await setUp();
    try {
        await newCluster(setup, report);
        await existingCluster(setup, report);
        report.check("After pulumi destroy, no resources are left", await setup.aws.leftovers(), []);
    } finally {
        await setup.aws.stop();
    }
    if (!report.end()) process.exitCode = 1;
}

main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
});
