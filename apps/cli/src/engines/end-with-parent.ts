/**
 * Loaded before a server that the launcher starts. However the launcher ends, be it by SIGKILL, the channel to it closes,
 * and the server ends too: nothing is left behind on the machine.
 */
process.on('disconnect', () => process.exit(1));
// a channel that is listened to would keep a stopping server alive
process.channel?.unref();
