import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireGo, runGo } from "../../goModule";
import { tryOut } from "../programs";
import { go } from "../programs/go";
import { packedAt } from "../../pack/archive";
import type { Artefact, Release } from "../release";
import { filesBelow } from "./files";

const moduleZip = join(__dirname, "moduleZip");

/** Go has no registry: a tag of the repository is the release. These are the files that a proxy makes of it. */
export async function goModule(release: Release): Promise<Artefact[]> {
    await requireGo("The Go module", moduleZip);
    const proxy = join(release.folder, "goproxy");
    const temporary = await mkdtemp(join(tmpdir(), "module-zip-"));
    try {
        const sdk = join(release.project, "sdk/go");
        const module = [release.identity.goModule, `v${release.version}`, packedAt.toISOString()];
        await runGo(moduleZip, ["run", ".", ...module, sdk, proxy], temporary);
    } finally {
        await rm(temporary, { recursive: true });
    }
    const files = (await filesBelow(proxy)).map((file) => `goproxy/${file}`);
    return [
        {
            files,
            contents: `SDK for Go, as a module proxy serves the tag ${tagOf(release)}`,
            checks: [
                {
                    claim: "go get finds it and a program compiles",
                    run: async (empty) =>
                        tryOut(await go(release, join(empty, "modules")), join(empty, "program")),
                },
            ],
        },
    ];
}

/** The tag by which `go get` finds a module that lies in the folder `sdk/go` of its repository. */
export const tagOf = ({ version }: { version: string }) => `sdk/go/v${version}`;
