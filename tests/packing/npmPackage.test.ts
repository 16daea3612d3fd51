import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { list } from "tar";
import { projectFolder } from "../../tools/project";
import { type NpmPackage, packNpmPackage } from "./npmPackage";

describe("The npm package", () => {
    let packed: NpmPackage;
    const contents = new Map<string, string>();
    before(async () => {
        packed = await packNpmPackage();
        await list({
            file: packed.tarball,
            onReadEntry: (entry) => {
                const chunks: Buffer[] = [];
                entry.on("data", (chunk) => chunks.push(chunk));
                entry.on("end", () =>
                    contents.set(entry.path.replace(/^package\//, ""), Buffer.concat(chunks).toString()),
                );
            },
        });
    });
    after(() => packed.remove());

    it("holds the library with its types, the plugin with its schema, and nothing else", async () => {
        const sources = (await readdir(join(projectFolder, "provider"), { recursive: true }))
            .filter((file) => file.endsWith(".ts") && !file.startsWith("plugin/"))
            .map((file) => `lib/${file.slice(0, -".ts".length)}`);
        assert.deepEqual(
            packed.files,
            [
                "LICENSE",
                "PulumiPlugin.yaml",
                "README.md",
                "bin/THIRD-PARTY-LICENSES.txt",
                "bin/aurora-s3-access.js",
                "bin/doctor.js",
                "bin/plugin.js",
                "bin/pulumi-resource-aurora-s3-access",
                "bin/pulumi-resource-aurora-s3-access.cmd",
                "package.json",
                "provider/schema.json",
                ...sources.flatMap((source) => [`${source}.d.ts`, `${source}.js`]),
            ].sort(),
        );
    });

    it("is small", () => assert.ok(packed.kilobytes < 1000, `${packed.kilobytes} kB`));

    it("needs the two SDKs of the user, and no other package", () => {
        const manifest = JSON.parse(contents.get("package.json")!) as Record<string, object | undefined>;
        assert.equal(manifest.dependencies, undefined);
        assert.equal(manifest.optionalDependencies, undefined);
        const peers = ["@pulumi/aws", "@pulumi/pulumi"];
        assert.deepEqual(Object.keys(manifest.peerDependencies!), peers);

        const packages = [...contents]
            .filter(([file]) => file.startsWith("lib/"))
            .flatMap(([, text]) => [
                ...text.matchAll(/(?:require\(|from |import\()"((?:@[^/"]+\/)?[^./"][^/"]*)/g),
            ])
            .map(([, name]) => name!)
            .filter((name) => !builtinModules.includes(name.replace("node:", "")));
        assert.deepEqual([...new Set(packages)].sort(), peers);
    });
});
