import assert from "node:assert/strict";
import { type Bom, bomOf, bundledPackages } from "../../../tools/release/artefacts/sbom";

const component = (name: string, version: string, isForDevelopment = true) => ({
    "bom-ref": `${name}@${version}`,
    name,
    version,
    properties: [
        { name: "cdx:npm:package:path", value: `node_modules/${name}` },
        ...(isForDevelopment ? [{ name: "cdx:npm:package:development", value: "true" }] : []),
    ],
});

/** What npm says of a project, in another order of time. */
const everything = (timestamp = "2026-01-01T00:00:00.000Z"): Bom => ({
    serialNumber: `urn:uuid:of-${timestamp}`,
    metadata: { timestamp, tools: [], component: component("folder", "1.2.3", false) },
    components: [component("semver", "7.8.6"), component("semver", "5.0.0"), component("mocha", "11.0.0")],
    dependencies: [
        { ref: "folder@1.2.3", dependsOn: ["semver@7.8.6", "mocha@11.0.0"] },
        { ref: "semver@7.8.6", dependsOn: ["mocha@11.0.0"] },
        { ref: "semver@5.0.0", dependsOn: [] },
        { ref: "mocha@11.0.0", dependsOn: ["semver@5.0.0"] },
    ],
});

const release = { name: "aurora-s3-access", version: "1.2.3" };
const node = component("node", "20.0.0", false);

describe("The SBOM", () => {
    it("has the bundled packages, what else is packed, and what they need of each other", () => {
        const { metadata, components, dependencies } = bomOf(release, everything(), ["semver@7.8.6"], node);
        assert.deepEqual(JSON.parse(JSON.stringify(metadata)), {
            tools: [],
            component: { ...component("folder", "1.2.3", false), name: "aurora-s3-access" },
        });
        assert.deepEqual(components, [component("semver", "7.8.6", false), node]);
        assert.deepEqual(dependencies, [
            { ref: "folder@1.2.3", dependsOn: ["semver@7.8.6", "node@20.0.0"] },
            { ref: "semver@7.8.6", dependsOn: [] },
            { ref: "node@20.0.0", dependsOn: [] },
        ]);
    });

    it("is the same whenever it is made", () =>
        assert.deepEqual(
            bomOf(release, everything("2026-02-02T00:00:00.000Z"), ["semver@7.8.6"]),
            bomOf(release, everything(), ["semver@7.8.6"]),
        ));

    it("has a serial number of its own for other contents", () => {
        const [one, other] = ["semver@7.8.6", "semver@5.0.0"].map((each) =>
            bomOf(release, everything(), [each]),
        );
        assert.match(
            one!.serialNumber!,
            /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/,
        );
        assert.notEqual(one!.serialNumber, other!.serialNumber);
    });

    it("takes the bundled packages from the headings of their licences", () => {
        const line = "=".repeat(80);
        const licenses = `plugin.js holds code of these packages.

${line}
@grpc/grpc-js 1.14.7, Apache-2.0

Not a heading 1.0.0, MIT

${line}
google-protobuf 3.21.4, (BSD-3-Clause AND Apache-2.0)
`;
        assert.deepEqual(bundledPackages(licenses), ["@grpc/grpc-js@1.14.7", "google-protobuf@3.21.4"]);
    });
});
