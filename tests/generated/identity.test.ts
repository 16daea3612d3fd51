import assert from "node:assert/strict";
import { identityOf } from "../../tools/identity";

const namesOf = (repository: Parameters<typeof identityOf>[0]) => {
    const { goModule, javaGroup, javaBasePackage, csharpNamespace } = identityOf(repository, "0.1.0");
    return [goModule, javaGroup, javaBasePackage, csharpNamespace];
};

describe("the identity of the package", () => {
    const forms = [
        "github:acme-data/pulumi-aws-aurora-s3-access",
        "acme-data/pulumi-aws-aurora-s3-access",
        { url: "https://github.com/acme-data/pulumi-aws-aurora-s3-access" },
        { url: "git+https://github.com/acme-data/pulumi-aws-aurora-s3-access.git" },
        { url: "git@github.com:acme-data/pulumi-aws-aurora-s3-access.git" },
    ];
    for (const repository of forms) {
        it(`is the same from the repository ${JSON.stringify(repository)}`, () =>
            assert.deepEqual(namesOf(repository), [
                "github.com/acme-data/pulumi-aws-aurora-s3-access/sdk/go",
                "io.github.acme-data",
                "io.github.acme_data",
                "AcmeData",
            ]));
    }

    it("keeps capitals where Go has them, and has none where Java has none", () =>
        assert.deepEqual(namesOf("AcmeData/Aurora.S3"), [
            "github.com/AcmeData/Aurora.S3/sdk/go",
            "io.github.acmedata",
            "io.github.acmedata",
            "AcmeData",
        ]));

    it("has no name that begins with a digit where a language does not take it", () =>
        assert.deepEqual(namesOf("3acme/aurora"), [
            "github.com/3acme/aurora/sdk/go",
            "io.github.3acme",
            "io.github._3acme",
            "_3acme",
        ]));

    it("is nobody's without a repository", () => {
        assert.deepEqual(namesOf(undefined), [
            "aurora-s3-access.invalid/sdk/go",
            "invalid",
            "invalid",
            "Pulumi",
        ]);
        assert.equal(identityOf(undefined, "0.1.0").repository, undefined);
    });

    it("is refused where Pulumi cannot download the plugin from", () =>
        assert.throws(() => identityOf("gitlab:acme-data/aurora", "0.1.0"), {
            message:
                `"repository" in package.json is "gitlab:acme-data/aurora", but must be a repository on GitHub: ` +
                "its releases are where Pulumi downloads the plugin from.",
        }));
});
