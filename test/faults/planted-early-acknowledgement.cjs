// A planted fault, loaded with --require by the crash suite to prove that it can fail: every COMMIT of the log is put
// off, so that the writer acknowledges before anything is on the disk.
const sqlite = require('node:sqlite');
const exec = sqlite.DatabaseSync.prototype.exec;
const waiting = new Set();
sqlite.DatabaseSync.prototype.exec = function (sql) {
  const text = sql.trim().toUpperCase();
  if (text.startsWith('COMMIT') && String(this.location?.() ?? '').endsWith('log.sqlite')) {
    waiting.add(this);
    setTimeout(() => waiting.delete(this) && exec.call(this, 'COMMIT'), 400);
    return undefined;
  }
  if (text.startsWith('BEGIN') && waiting.has(this)) return undefined;
  return exec.call(this, sql);
};
