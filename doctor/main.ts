import { run } from "./run";

run(process.argv.slice(2)).then(
    (exitCode) => {
        process.exitCode = exitCode;
    },
    (error: Error) => {
        console.error(error);
        process.exitCode = 2;
    },
);
