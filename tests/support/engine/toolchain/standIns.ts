import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { binaries, hostOf, languages, pinnedVersion } from "../../../../tools/toolchain/binaries";

export const pinned = pinnedVersion(binaries[0]!);

/** As the CLI it tells its version and writes into Pulumi's home; as a language host it tells the port it serves. */
const executable = (version: string) => `#!/bin/sh
case $1 in
version) mkdir -p "\${PULUMI_HOME:-$HOME/.pulumi}/logs" && echo ${version} ;;
*) echo 40123 ;;
esac
`;

const write = (file: string, text: string) => `cat >"${file}" <<'EOF'\n${text}EOF\nchmod +x "${file}"\n`;

/** A stand-in for Pulumi's script, with its options: what it installs, and what happens between the CLI and the hosts. */
export function installScript({
    version = `v${pinned}`,
    hosts = languages.map(hostOf),
    meanwhile = "",
}: { version?: string; hosts?: string[]; meanwhile?: string } = {}): string {
    const bin = (name: string) => write(`$root/bin/${name}`, executable(version));
    return `set -e
while [ $# -gt 0 ]; do
    case $1 in
    --no-edit-path) keep_path=true ;;
    --install-root) root=$2 && shift ;;
    --version) [ "$2" = ${pinned} ] && shift ;;
    *) exit 2 ;;
    esac
    shift
done
[ "$keep_path" ] || echo "PATH=$root/bin" >"$HOME/.profile"
mktemp >/dev/null
mkdir -p "$root/bin"
${bin("pulumi")}${meanwhile}
${hosts.map(bin).join("")}`;
}

/** A stand-in for \`go\`, which compiles nothing; \`module\` is what it has downloaded. */
export const goScript = (module: string) => `#!/bin/sh
case $1 in
version) echo go version go1.99.0 linux/amd64 ;;
build) ${write("$5", executable(`v${pinned}`))} ;;
list) echo ${module} ;;
esac
`;

/** Pulumi's host: a real server, which counts what it is asked. */
export class PulumisHost {
    asked = 0;
    /** Serves the whole release unless told otherwise. */
    answer: RequestListener = serving(installScript());
    address = "";
    private readonly server = createServer((request, response) => {
        this.asked++;
        this.answer(request, response);
    });

    async start(): Promise<this> {
        this.server.listen(0, "127.0.0.1");
        await once(this.server, "listening");
        this.address = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
        return this;
    }

    /** From here on it refuses connections. */
    close(): void {
        this.server.closeAllConnections();
        this.server.close();
    }
}

export const serving =
    (script: string): RequestListener =>
    (request, response) =>
        response.writeHead(request.url === "/install.sh" ? 200 : 404).end(script);
