// Loaded into the exchange with --require: how long the server had each request that the bench numbered, from its headers
// being read to the last byte of its answer being handed over, appended to the file named by IBEX_BENCH_SERVER_TIMES.
const { channel } = require('node:diagnostics_channel');
const { isMainThread } = require('node:worker_threads');
const { appendFileSync } = require('node:fs');
const path = process.env.IBEX_BENCH_SERVER_TIMES;
if (isMainThread && path) {
  const begun = new WeakMap();
  let lines = '';
  channel('http.server.request.start').subscribe(({ request }) => {
    if (request.headers['x-bench-turn'] !== undefined) begun.set(request, performance.now());
  });
  channel('http.server.response.finish').subscribe(({ request }) => {
    const at = begun.get(request);
    if (at !== undefined) lines += `${request.headers['x-bench-turn']} ${performance.now() - at}\n`;
  });
  const write = () => {
    if (lines !== '') appendFileSync(path, lines);
    lines = '';
  };
  setInterval(write, 250).unref();
  process.on('exit', write);
}
