import { run } from "./run";

run(process.argv.slice(2), () => import("./examine")).then(
    (exitCode) => {
        process.exitCode = exitCode;
    },
    (error: Error) => {
        console.error(error);
        process.exitCode = 2;
    },
);
