import { identity, type Identity } from "../identity";
import { manifest, projectFolder } from "../project";

/** What is released, and where its files lie. */
export interface Release {
    name: string;
    version: string;
    identity: Identity;
    /** The project that it is made of. */
    project: string;
    /** The folder with its files. */
    folder: string;
}

/** A release of this project. */
export const releaseIn = (folder: string): Release => ({
    name: manifest.name,
    version: manifest.version,
    identity,
    project: projectFolder,
    folder,
});

/** What belongs together: made by one tool, and checked as one. */
export interface Artefact {
    /** Paths in the folder of the release, with slashes. */
    files: string[];
    /** For the table: what it is. */
    contents: string;
    checks: Check[];
}

export interface Check {
    /** What holds where `run` does not reject: `installs by npm, compiles and loads`. */
    claim: string;
    /** Why it cannot run on this machine, if it cannot. */
    unless?: () => Promise<string | undefined>;
    /** Gets an empty folder, in which nothing of this project is found. */
    run: (empty: string) => Promise<void>;
}
