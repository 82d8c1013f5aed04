// Loaded into a measured process with --require: writes its event-loop delay, peak memory and processor time to the file named by
// IBEX_BENCH_PROBE every 250 ms (atomically), so that nothing in the product has to know of the bench.
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { isMainThread } = require('node:worker_threads');
const { renameSync, writeFileSync } = require('node:fs');
const path = process.env.IBEX_BENCH_PROBE;
if (isMainThread && path) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // a signal that Nest's shutdown hooks leave alone
  process.on('SIGWINCH', () => delay.reset());
  const write = () => {
    const { rss } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const probe = {
      loopP50Ms: delay.percentile(50) / 1e6,
      loopP99Ms: delay.percentile(99) / 1e6,
      rssMiB: rss / 2 ** 20,
      peakRssMiB: process.resourceUsage().maxRSS / 1024,
      cpuMs: (user + system) / 1000,
    };
    writeFileSync(`${path}.tmp`, JSON.stringify(probe));
    renameSync(`${path}.tmp`, path);
  };
  setInterval(write, 250).unref();
  process.on('exit', write);
}
