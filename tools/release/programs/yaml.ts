import type { Release } from "../release";
import { type ReleasedProgram, writer } from ".";

/** Needs the plugin alone. `env` is added to the environment of the engine. */
export const yaml = (release: Release, env: Record<string, string> = {}): ReleasedProgram => ({
    language: "yaml",
    awsVersions: [],
    env,
    write: writer(release, "Pulumi.yaml", "Pulumi.yaml", {}),
    install: () => Promise.resolve(),
    compile: () => Promise.resolve(),
});
