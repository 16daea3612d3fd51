import assert from "node:assert/strict";
import { requirePeers, twoAwsProviders } from "../../provider/peers/check";

const ranges = { "@pulumi/aws": ">=7.10.0 <8" };

/** What is told where this version is installed. */
function told(version: string | undefined): string | undefined {
    try {
        requirePeers(ranges, { "@pulumi/aws": () => ({ version }) });
        return undefined;
    } catch (error) {
        return (error as Error).message;
    }
}

describe("The packages that the library imports", () => {
    for (const version of ["7.10.0", "7.48.0", "7.100.0", "7.11.0-alpha.1"])
        it(`may have version ${version}`, () => assert.equal(told(version), undefined));

    for (const version of ["6.83.0", "7.9.1", "8.0.0", "8.0.0-alpha.1", "10.0.0"])
        it(`must not have version ${version}`, () =>
            assert.equal(
                told(version),
                `aurora-s3-access requires @pulumi/aws >=7.10.0 <8, but version ${version} is installed. Run: npm install @pulumi/aws@7`,
            ));

    it("must be installed", () => {
        const read = () => {
            throw Object.assign(new Error(), { code: "MODULE_NOT_FOUND" });
        };
        assert.throws(() => requirePeers(ranges, { "@pulumi/aws": read }), {
            message:
                "aurora-s3-access requires @pulumi/aws >=7.10.0 <8, which is not installed. Run: npm install @pulumi/aws@7",
        });
    });

    it("are left to the import where their version cannot be read", () => {
        const read = () => {
            throw Object.assign(new Error(), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
        };
        requirePeers(ranges, { "@pulumi/aws": read });
    });

    it("are told of where the program has another version of the AWS SDK", () => {
        const library = { version: "7.48.0", folder: "/checkout/node_modules/@pulumi/aws" };
        assert.equal(twoAwsProviders(library, { version: "7.48.0" }), undefined);
        assert.equal(
            twoAwsProviders(library, { version: "7.10.0" }),
            "aurora-s3-access uses version 7.48.0 of @pulumi/aws, in /checkout/node_modules/@pulumi/aws, but the program uses " +
                "version 7.10.0: the stack has two AWS providers. If the package is installed from a folder, install it with " +
                '"npm install --install-links <folder>".',
        );
    });
});
