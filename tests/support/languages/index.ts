import type { Language } from "../../../tools/toolchain";
import { go } from "./go";
import { java } from "./java";
import { nodejs } from "./nodejs";
import { python } from "./python";
import { yaml } from "./yaml";

/** What programs in a language need to run. */
export interface LanguageEnvironment {
    language: Language;
    /** The versions of the `aws` plugin that its programs ask for. */
    awsVersions: readonly string[];
    /** Added to the environment of the engine, which its language host and the program have. */
    env: Readonly<Record<string, string>>;
    /** Gives the program in this folder what it depends on, as `pulumi install` would, but with our own SDK as it is now. */
    install: (program: string) => Promise<void>;
}

const environments: Record<Language, () => LanguageEnvironment | Promise<LanguageEnvironment>> = {
    nodejs: () => nodejs,
    python,
    go,
    java,
    yaml: () => yaml,
};

/** The environment of programs in this language; what is missing is set up first, once. */
export async function languageEnvironment(language: Language): Promise<LanguageEnvironment> {
    return environments[language]();
}
