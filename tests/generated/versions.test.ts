import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { awsSdkVersion, manifest, projectFolder } from "../../tools/project";

const installation = "docs/installation-configuration.md";
const javaExample = "examples/java/src/main/java/auroras3access/example/App.java";
/** Tests deploy the programs in Python with these, whatever a program itself pins. */
const pythonPins = "tests/support/languages/python/requirements.in";

/** Where a version is written by hand, and how: `#` stands for it. */
const written: { file: string; as: string; version: string; times: number }[] = [
    { file: "README.md", as: "aurora-s3-access #", version: manifest.version, times: 1 },
    { file: "README.md", as: "aurora-s3-access-v#-linux", version: manifest.version, times: 1 },
    { file: "README.md", as: "com.pulumi:aurora-s3-access:#", version: manifest.version, times: 1 },
    { file: "README.md", as: "aurora-s3-access-#.tgz", version: manifest.version, times: 1 },
    { file: installation, as: "aurora-s3-access-#.tgz", version: manifest.version, times: 1 },
    { file: installation, as: "aurora-s3-access #", version: manifest.version, times: 1 },
    { file: installation, as: "aurora-s3-access@#", version: manifest.version, times: 1 },
    { file: installation, as: "aurora-s3-access-v#-linux", version: manifest.version, times: 1 },
    { file: installation, as: "sdk/go@v#", version: manifest.version, times: 1 },
    { file: installation, as: "<version>#</version>", version: manifest.version, times: 1 },
    { file: installation, as: "version # of the `aws` provider", version: awsSdkVersion, times: 1 },
    { file: installation, as: "version of the plugin, #.", version: awsSdkVersion, times: 1 },
    { file: installation, as: "pulumi-aws==#", version: awsSdkVersion, times: 2 },
    { file: installation, as: "`@pulumi/aws@#`", version: awsSdkVersion, times: 1 },
    { file: installation, as: 'pulumi.Version("#")', version: awsSdkVersion, times: 1 },
    { file: installation, as: '.version("#")', version: awsSdkVersion, times: 1 },
    { file: installation, as: "options: { version: # }", version: awsSdkVersion, times: 1 },
    { file: "examples/yaml/Pulumi.yaml", as: "options: { version: # }", version: awsSdkVersion, times: 7 },
    { file: "examples/python/requirements.txt", as: "pulumi-aws==#", version: awsSdkVersion, times: 1 },
    { file: "examples/go/main.go", as: 'pulumi.Version("#")', version: awsSdkVersion, times: 1 },
    { file: javaExample, as: '.version("#")', version: awsSdkVersion, times: 1 },
    { file: pythonPins, as: "pulumi-aws==#\n", version: awsSdkVersion, times: 1 },
    { file: "examples/java/pom.xml", as: "<version>#</version>", version: manifest.version, times: 1 },
    { file: "examples/go/go.mod", as: "aurora-s3-access/sdk/go v#", version: manifest.version, times: 1 },
];

describe("a version that is written by hand", () => {
    for (const { file, as, version, times } of written) {
        it(`is the current one in ${file}: ${as}`, async () => {
            const text = await readFile(join(projectFolder, file), "utf8");
            assert.equal(text.split(as.replace("#", version)).length - 1, times);
        });
    }
});
