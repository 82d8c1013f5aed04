// Loaded with --require into an exchange under test: with each SIGURG its time jumps ahead by IBEX_BENCH_JUMP_MS, and
// every timer that would have been due by then is due. How often it has jumped stands in IBEX_BENCH_JUMPS. Nothing in the
// product can be set to that.
const { renameSync, writeFileSync } = require('node:fs');
const { promisify } = require('node:util');
const { isMainThread } = require('node:worker_threads');

const jumps = process.env.IBEX_BENCH_JUMPS;
if (isMainThread && jumps) {
  const jumpMs = Number(process.env.IBEX_BENCH_JUMP_MS);
  let ahead = 0;
  let jumped = 0;

  const steady = performance.now.bind(performance);
  performance.now = () => steady() + ahead;
  const wall = Date.now;
  globalThis.Date = new Proxy(Date, {
    construct: (target, given, made) =>
      Reflect.construct(target, given.length > 0 ? given : [wall() + ahead], made),
    get: (target, name) => (name === 'now' ? () => wall() + ahead : Reflect.get(target, name)),
  });

  // shorter ones are over before anybody notices
  const LONG_MS = 1_000;
  const { setTimeout: begin, clearTimeout: end } = globalThis;
  const pending = new Set();
  class LongTimer {
    constructor(run, ms) {
      this.run = run;
      this.ms = ms;
      this.isKept = true;
      this.refresh();
    }
    refresh() {
      this.dueMs = performance.now() + this.ms;
      return this.arm();
    }
    arm() {
      end(this.timer);
      pending.add(this);
      this.timer = begin(
        () => {
          pending.delete(this);
          this.run();
        },
        Math.max(1, this.dueMs - performance.now()),
      );
      if (!this.isKept) this.timer.unref();
      return this;
    }
    keep(isKept) {
      this.isKept = isKept;
      this.timer[isKept ? 'ref' : 'unref']();
      return this;
    }
    ref() {
      return this.keep(true);
    }
    unref() {
      return this.keep(false);
    }
    hasRef() {
      return this.isKept;
    }
    close() {
      pending.delete(this);
      end(this.timer);
      return this;
    }
    [Symbol.dispose]() {
      this.close();
    }
  }
  const later = (run, ms, ...given) =>
    ms >= LONG_MS ? new LongTimer(() => run(...given), ms) : begin(run, ms, ...given);
  globalThis.setTimeout = Object.assign(later, { [promisify.custom]: begin[promisify.custom] });
  globalThis.clearTimeout = (timer) => (timer instanceof LongTimer ? void timer.close() : end(timer));

  process.on('SIGURG', () => {
    ahead += jumpMs;
    jumped += 1;
    for (const timer of [...pending].sort((a, b) => a.dueMs - b.dueMs)) timer.arm();
    writeFileSync(`${jumps}.tmp`, String(jumped));
    renameSync(`${jumps}.tmp`, jumps);
  });
}
