// Loaded with --require into an exchange under test: its webhooks go to receivers on loopback, and to nothing else.
// Nothing in the product can be set to that. The path that is taken is the product's own, guard included; only what the
// guard is told of addresses, and the port, are put in its hand here.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { isMainThread } = require('node:worker_threads');

const places = process.env.IBEX_TEST_RECEIVERS;
if (isMainThread && places) {
  const { ca: file, ports } = JSON.parse(readFileSync(places, 'utf8'));
  const ca = readFileSync(file);
  const webhook = join(__dirname, '..', '..', '..', 'dist', 'libs', 'adapters', 'src', 'webhook');
  const { GuardedPoster } = require(join(webhook, 'post', 'guarded-post.js'));
  const { PublicTargets } = require(join(webhook, 'guard', 'public-targets.js'));
  const onLoopback = {
    isAllowed: (address) => address === '127.0.0.1',
    resolve: (_, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
  };
  // "slow-3.receiver.…" belongs to the receivers that are called slow
  const posters = new Map(
    Object.entries(ports).map(([group, port]) => [
      group,
      new GuardedPoster({ ...onLoopback, tls: { ca, port } }),
    ]),
  );
  const post = GuardedPoster.prototype.post;
  GuardedPoster.prototype.post = function (outgoing, cut) {
    const poster = posters.get(outgoing.url.hostname.split('-')[0]);
    return poster ? post.call(poster, outgoing, cut) : Promise.reject(new Error('no receiver of that name'));
  };
  const check = PublicTargets.prototype.check;
  PublicTargets.prototype.check = function (channel, target) {
    return check.call(channel === 'webhook' ? new PublicTargets(onLoopback) : this, channel, target);
  };
}
