import type { Plugin } from "esbuild";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../project";

/**
 * What Pulumi's SDK brings for programs, and a plugin that makes one component never calls: the Automation API, functions
 * that are serialized, dynamic resources, TypeScript; and of gRPC what describes services by their sources.
 */
const neverCalled = [
    "@pulumi/pulumi/automation",
    "@pulumi/pulumi/dynamic",
    "@pulumi/pulumi/runtime/closure",
    "@npmcli/arborist",
    "@grpc/proto-loader",
    "typescript",
];

/** Called at the start, for sources that the plugin does not have. */
const sourceMaps = "source-map-support";

interface Change {
    code: string;
    instead: string;
}

const connections = join(projectFolder, "provider/plugin/connections.ts");

/** What the SDK does for each Construct and a plugin needs once or never, by its modules. It takes more than half of the time. */
const changed: Record<string, Change[]> = {
    // A stack for each promise, of which there are several for each output, shown where promises are found to leak.
    "@pulumi/pulumi/runtime/debuggable.js": [{ code: "new Error().stack", instead: "undefined" }],
    // A message to the engine for each step of each registration, shown with `--debug` alone.
    "@pulumi/pulumi/log/index.js": [
        {
            code: "function debug(msg, resource, streamId, ephemeral) {",
            instead: "function debug(msg, resource, streamId, ephemeral) {\n    return Promise.resolve();",
        },
    ],
    // Two clients, and a dozen calls that ask what the engine supports.
    "@pulumi/pulumi/runtime/settings.js": [
        ...["monitor = new resrpc.ResourceMonitorClient", "engine = new engrpc.EngineClient"].map((made) => {
            const connect = `settings.${made}(addr, grpc.credentials.createInsecure(), exports.grpcClientOptions)`;
            const [service, client] = connect.split(" = ");
            return {
                code: `${connect};`,
                instead: `${service} = shared.sharedClient("${service}", addr, () => ${client});`,
            };
        }),
        {
            code: "=> monitorSupportsFeature(monitorRef, feature)",
            instead:
                "=> shared.sharedFeature(monitorRef, feature, () => monitorSupportsFeature(monitorRef, feature))",
        },
        {
            code: 'Object.defineProperty(exports, "__esModule", { value: true });',
            instead: `Object.defineProperty(exports, "__esModule", { value: true });\nconst shared = require(${JSON.stringify(connections)});`,
        },
    ],
};

/** Keeps these out of the bundle: it would be seven times as large otherwise, and each Construct slower. */
export const leaveOut: Plugin = {
    name: "leave-out",
    setup(build) {
        build.onLoad({ filter: inModules(neverCalled) }, () => ({ contents: "module.exports = {};" }));
        build.onLoad({ filter: inModules([sourceMaps]) }, () => ({
            contents: "exports.install = () => {};",
        }));
        build.onLoad({ filter: sdk }, async ({ path }) => {
            const changes = Object.entries(changed).filter(([module]) => inModules([module], "$").test(path));
            const source = await readFile(path, "utf8");
            return {
                contents: withLazyMessages(changes.flatMap(([, each]) => each).reduce(replaced, source)),
            };
        });
    },
};

/** The modules of the SDK that talk to the engine. */
const sdk = /[\\/]node_modules[\\/]@pulumi[\\/]pulumi[\\/](runtime|log)[\\/]\w+\.js$/;

/** Loads the messages of the engine's services, half a megabyte of code, and `semver` at the first Construct, and not at the start. */
function withLazyMessages(source: string): string {
    const imports = /^const (\w+) = (?:__importStar\()?(require\("(?:\.\.\/proto\/\w+|semver)"\))\)?;$/gm;
    return [...source.matchAll(imports)].reduce(
        (changed, [statement, name, required]) =>
            changed
                .replaceAll(new RegExp(`\\b${name}\\.`, "g"), `(${name}()).`)
                .replace(statement, () => `let $${name};\nconst ${name} = () => ($${name} ??= ${required});`),
        source,
    );
}

/** Whether of the file, as esbuild names it, nothing is in the bundle. */
export const isLeftOut = (file: string) => inModules([...neverCalled, sourceMaps]).test(`/${file}`);

function inModules(modules: readonly string[], end = "[\\\\/]"): RegExp {
    return new RegExp(`[\\\\/]node_modules[\\\\/](${modules.join("|").replaceAll("/", "[\\\\/]")})${end}`);
}

function replaced(source: string, { code, instead }: Change): string {
    const [before, after, ...more] = source.split(code);
    if (after === undefined || more.length > 0) throw new Error(`"${code}" is expected once in Pulumi's SDK`);
    return `${before}${instead}${after}`;
}
