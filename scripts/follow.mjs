// Loaded into every program that supervise.mjs starts: when that is killed and cannot say so, the program stops too,
// instead of keeping its port from the next start.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
