import type { LanguageEnvironment } from ".";

/** Asks for no version of a plugin, and gets the newest that is there. */
export const yaml: LanguageEnvironment = {
    language: "yaml",
    awsVersions: [],
    env: {},
    install: () => Promise.resolve(),
};
