import assert from "node:assert/strict";
import { sums } from "../../../tools/release/artefacts/checksums";
import { tagOf } from "../../../tools/release/artefacts/goModule";
import { archiveName } from "../../../tools/pack/archive";
import { launcherOf, platforms } from "../../../tools/release/artefacts/platforms";
import { normalized } from "../../../tools/release/published/pythonIndex";

const release = { name: "aurora-s3-access", version: "1.2.3" };

describe("The names of a release", () => {
    it("are those by which Pulumi downloads a plugin for each platform", () =>
        assert.deepEqual(
            platforms.map((platform) => archiveName(release, platform)),
            [
                "pulumi-resource-aurora-s3-access-v1.2.3-linux-amd64.tar.gz",
                "pulumi-resource-aurora-s3-access-v1.2.3-linux-arm64.tar.gz",
                "pulumi-resource-aurora-s3-access-v1.2.3-darwin-amd64.tar.gz",
                "pulumi-resource-aurora-s3-access-v1.2.3-darwin-arm64.tar.gz",
                "pulumi-resource-aurora-s3-access-v1.2.3-windows-amd64.tar.gz",
                "pulumi-resource-aurora-s3-access-v1.2.3-windows-arm64.tar.gz",
            ],
        ));

    it("have for Windows a launcher that runs there", () =>
        assert.deepEqual(
            [...new Set(platforms.map((platform) => launcherOf(release, platform)))],
            ["pulumi-resource-aurora-s3-access", "pulumi-resource-aurora-s3-access.cmd"],
        ));

    it("have the tag that Go looks for in a folder of the repository", () =>
        assert.equal(tagOf(release), "sdk/go/v1.2.3"));

    for (const name of ["pulumi_aurora_s3_access", "Pulumi.Aurora-S3__access", "pulumi-aurora-s3-access"])
        it(`normalize ${name} as PyPI does`, () => assert.equal(normalized(name), "pulumi-aurora-s3-access"));
});

describe("The checksums of a release", () => {
    it("are written as sha256sum reads them", () =>
        assert.equal(
            sums([
                ["a.tgz", "0a"],
                ["npm/b.tgz", "0b"],
            ]),
            "0a  a.tgz\n0b  npm/b.tgz\n",
        ));
});
