import type { Plugin } from "esbuild";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectFolder } from "../../project";
import { inModules } from "./modules";

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
        sharedClient("settings.monitor", "resrpc.ResourceMonitorClient"),
        sharedClient("settings.engine", "engrpc.EngineClient"),
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

function sharedClient(variable: string, client: string): Change {
    const connect = `new ${client}(addr, grpc.credentials.createInsecure(), exports.grpcClientOptions)`;
    return {
        code: `${variable} = ${connect};`,
        instead: `${variable} = shared.sharedClient("${variable}", addr, () => ${connect});`,
    };
}

/** The modules of the SDK that talk to the engine. */
const modules = /[\\/]node_modules[\\/]@pulumi[\\/]pulumi[\\/](runtime|log)[\\/]\w+\.js$/;

const grpc = inModules(["@grpc/grpc-js"], "[\\\\/].+\\.js$");

/** Has the SDK do what is for all Constructs once, and at the start only what the port needs. */
export const quickSdk: Plugin = {
    name: "quick-sdk",
    setup(build) {
        build.onLoad({ filter: grpc }, async ({ path }) => ({
            contents: withoutIPv6(await readFile(path, "utf8")),
        }));
        build.onLoad({ filter: modules }, async ({ path }) => {
            const changes = Object.entries(changed).filter(([module]) => inModules([module], "$").test(path));
            const source = await readFile(path, "utf8");
            return {
                contents: withLazyMessages(changes.flatMap(([, each]) => each).reduce(replaced, source)),
            };
        });
    },
};

/** Node.js compiles its expression for such addresses when it is first asked, which takes 5 ms; those of the engine have no colon. */
const withoutIPv6 = (source: string) =>
    source.replaceAll(/\(0, (\w+)\.isIPv6\)\(([\w.[\]]+)\)/g, '($2.includes(":") && $1.isIPv6($2))');

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

function replaced(source: string, { code, instead }: Change): string {
    const [before, after, ...more] = source.split(code);
    if (after === undefined || more.length > 0) throw new Error(`"${code}" is expected once in Pulumi's SDK`);
    return `${before}${instead}${after}`;
}
