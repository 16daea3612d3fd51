/** The lines of a requirements file of pip that are not one version of a package of the registry, with its hashes. */
export const unpinned = (requirements: string) =>
    requirements
        .replaceAll("\\\n", " ")
        .split("\n")
        .filter((line) => line.trim() !== "" && !line.startsWith("#"))
        .filter((line) => !/^[\w.[\]-]+==[\w.+]+ *(;[^#]*?)?( +--hash=sha256:[0-9a-f]{64})+$/.test(line));

/** The modules that a `go.mod` requires and whose hash is not in its `go.sum`, but those that are in the project. */
export function unsummed(goMod: string, goSum: string): string[] {
    const replaced = [...goMod.matchAll(/^replace (\S+) => \.\.?\//gm)].map(([, module]) => module!);
    const required = [...goMod.matchAll(/^(?:require|\t) ?(\S+) (v\S+)/gm)];
    return required
        .filter(([, module]) => !replaced.includes(module!))
        .map(([, module, version]) => `${module} ${version}`)
        .filter((each) => !goSum.includes(`${each}/go.mod h1:`));
}

/** What a `go.mod` puts in the place of a module, but what is in the project. */
export const replacements = (goMod: string) =>
    [...goMod.matchAll(/^(?:replace|\t)[^\n]*=> *(.*)$/gm)]
        .map(([, replacement]) => replacement!)
        .filter((replacement) => !/^\.\.?\//.test(replacement));
