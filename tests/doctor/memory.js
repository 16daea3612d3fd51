// Loaded before the command: tells how much memory it had at most, in KB.
process.on("exit", () => {
    if (process.env.TELL_MEMORY) process.stderr.write(`memory ${process.resourceUsage().maxRSS}\n`);
});
