// Loaded before the plugin: answers with its memory after a garbage collection.
const { createServer } = require("node:http");
const { setTimeout } = require("node:timers/promises");

const server = createServer(async (request, response) => {
    for (let i = 0; i < 3; i++) {
        await setTimeout(20);
        globalThis.gc();
    }
    response.end(JSON.stringify(process.memoryUsage()));
});
server.listen(process.env.BENCH_MEMORY_SOCKET);
server.unref();
