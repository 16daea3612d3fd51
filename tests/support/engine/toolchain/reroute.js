// Sends what a process downloads from Pulumi's host to the stand-in for it instead.
const { fetch } = globalThis;
globalThis.fetch = (address, options) =>
    fetch(String(address).replace("https://get.pulumi.com", process.env.STAND_IN), options);
