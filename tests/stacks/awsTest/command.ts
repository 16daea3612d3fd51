import { Runs } from "../../../tools/awsTest/deploy/runs";
import { main } from "../../../tools/awsTest/main";

/** `npm run test:aws`, at the pace of an emulated AWS: the folder of its runs comes before its arguments. */
const [folder, ...args] = process.argv.slice(2);

main(args, {
    terminal: { input: process.stdin, output: process.stdout },
    runs: new Runs(folder),
    pace: { doublings: 13, pause: 10 },
}).then(
    (exitCode) => {
        process.exitCode = exitCode;
    },
    (error: Error) => {
        console.error(error.message);
        process.exitCode = 2;
    },
);
