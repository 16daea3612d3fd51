import { judging } from "./judging";
import { pluginStart } from "./pluginStart";
import { plugins } from "./plugins";
import { preview } from "./preview";
import { previewInProcess } from "./previewInProcess";
import { stockHost } from "./stockHost";
import { machine, printTable } from "./table";

const rounds = 15;

async function bench(): Promise<void> {
    console.log(`${machine()}\nMedians of ${rounds}, taken in turns; some minutes.`);
    const measured = await plugins();
    printTable([
        await pluginStart(measured, rounds),
        ...(await stockHost(measured, rounds)),
        await preview(rounds),
        ...(await previewInProcess()),
        await judging(rounds),
    ]);
}

void bench();
