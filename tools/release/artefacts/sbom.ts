import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npm } from "../../../tests/packing/npmPackage";
import { licensesFile } from "../../generate/bundle";
import { pulumiPlatform } from "../../pack/platform";
import type { Artefact, Release } from "../release";
import { archiveName } from "../../pack/archive";

/** The parts of CycloneDX that are read here. */
export interface Bom {
    serialNumber?: string;
    metadata: { timestamp?: string; component: Component; [other: string]: unknown };
    components: Component[];
    dependencies: { ref: string; dependsOn: string[] }[];
}

interface Component {
    "bom-ref": string;
    name: string;
    version: string;
    properties?: { name: string; value: string }[];
    [other: string]: unknown;
}

/** Two: of the script, which the npm package and the scripts of the plugin hold, and of the executable, which also holds Node.js. */
export async function sboms(release: Release): Promise<Artefact[]> {
    const everything = await bomOfProject(release);
    const bundled = bundledPackages(await readFile(join(release.project, "bin", licensesFile), "utf8"));
    const stem = archiveName(release, pulumiPlatform()).replace(".tar.gz", "");
    const files = {
        [`${release.name}-${release.version}.cdx.json`]: bomOf(release, everything, bundled),
        [`${stem}.cdx.json`]: bomOf(release, everything, bundled, nodeComponent),
    };
    for (const [name, bom] of Object.entries(files))
        await writeFile(join(release.folder, name), `${JSON.stringify(bom, undefined, 2)}\n`);
    const [script, executable] = Object.keys(files);
    const names = (file: string) => ({
        claim: `names each package whose licence is in bin/${licensesFile}`,
        run: async () => {
            const bom = JSON.parse(await readFile(join(release.folder, file), "utf8")) as Bom;
            const named = bom.components.map(({ name, version }) => `${name}@${version}`);
            const missing = bundled.filter((each) => !named.includes(each));
            if (missing.length > 0) {
                const packages = missing.join(", ");
                throw new Error(
                    `It lacks ${packages}: package-lock.json has others than the scripts in bin.`,
                );
            }
        },
    });
    return [
        {
            files: [script!],
            contents: "SBOM of the npm package and of the scripts",
            checks: [names(script!)],
        },
        { files: [executable!], contents: "SBOM of the executable", checks: [names(executable!)] },
    ];
}

/** What npm reads from the package-lock.json: most of it is for development, but it is what the bundle is made of. */
async function bomOfProject({ project }: Release): Promise<Bom> {
    const folder = await mkdtemp(join(tmpdir(), "sbom-"));
    try {
        for (const file of ["package.json", "package-lock.json"])
            await cp(join(project, file), join(folder, file));
        const { stdout } = await npm(["sbom", "--sbom-format=cyclonedx", "--package-lock-only"], folder);
        return JSON.parse(stdout) as Bom;
    } finally {
        await rm(folder, { recursive: true });
    }
}

/** `semver@7.8.6` for each heading of the licences, which come from what the bundler has read. */
export function bundledPackages(licenses: string): string[] {
    return [...licenses.matchAll(/^={80}\n(\S+) (\S+), /gm)].map(([, name, version]) => `${name}@${version}`);
}

/** Of everything that npm knows the packages that are bundled, with what they need of each other. */
export function bomOf(
    { name, version }: Pick<Release, "name" | "version">,
    everything: Bom,
    bundled: readonly string[],
    ...others: Component[]
): Bom {
    // It says when it was made, too.
    const { component } = everything.metadata;
    const metadata = { ...everything.metadata, timestamp: undefined };
    const packages = everything.components
        .filter((each) => bundled.includes(`${each.name}@${each.version}`))
        // npm's word for what only the development of a package needs. These are shipped.
        .map((each) => ({
            ...each,
            properties: each.properties?.filter(
                (property) => property.name !== "cdx:npm:package:development",
            ),
        }));
    const components = [...packages, ...others];
    const refs = new Set(components.map((each) => each["bom-ref"]));
    const dependencies = everything.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
    const root = { ref: component["bom-ref"], dependsOn: [...refs] };
    const bom = {
        ...everything,
        // npm takes the name of the folder.
        metadata: { ...metadata, component: { ...component, name, version } },
        components,
        dependencies: [
            root,
            ...dependencies,
            ...others.map((each) => ({ ref: each["bom-ref"], dependsOn: [] })),
        ],
    };
    return { ...bom, serialNumber: serialNumber(bom) };
}

/** Of the contents, so that the same contents have the same: a UUID of version 8, which is what its maker makes of it. */
function serialNumber(bom: Bom): string {
    const digest = createHash("sha256")
        .update(JSON.stringify({ ...bom, serialNumber: undefined }))
        .digest("hex");
    const parts = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(digest)!;
    return `urn:uuid:${parts[1]}-${parts[2]}-8${parts[3]}-8${parts[4]}-${parts[5]}`;
}

const node = process.versions.node;

/** The executable is this Node.js with the script in it. */
const nodeComponent: Component = {
    "bom-ref": `node@${node}`,
    type: "platform",
    name: "node",
    version: node,
    scope: "required",
    purl: `pkg:generic/node@${node}`,
    cpe: `cpe:2.3:a:nodejs:node.js:${node}:*:*:*:*:*:*:*`,
};
