import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface RewritingProxy {
    endpoint: string;
    close(): void;
}

/** Stands between the plugin and AWS, and has AWS answer otherwise. */
export async function rewritingProxy(
    endpoint: string,
    rewrite: (answer: string) => string,
): Promise<RewritingProxy> {
    const server = createServer((request, response) => {
        void (async () => {
            const { method, url } = request;
            const headers = request.headers as Record<string, string>;
            const answer = await fetch(endpoint + url, { method, headers, body: await text(request) });
            response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
            response.end(rewrite(await answer.text()));
        })();
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    return {
        endpoint: `http://127.0.0.1:${port}`,
        close: () => server.closeAllConnections() ?? server.close(),
    };
}
