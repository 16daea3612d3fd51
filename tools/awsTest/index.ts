import { main } from "./main";

// Nobody wants the stand-in of the tests here.
process.env.AWS_PROVIDER = "real";

// What is deleted after the terminal was closed has nowhere to be told.
process.stdout.on("error", () => undefined);

main(process.argv.slice(2)).then(
    (exitCode) => {
        process.exitCode = exitCode;
    },
    (error: Error) => {
        console.error(error.message);
        process.exitCode = 2;
    },
);
