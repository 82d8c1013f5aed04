import type { Split } from '../../engines/split';
import { say, tableOf } from '../../output';

const WHAT = {
  'intake-api': 'takes notices in',
  relay: 'fills the mailboxes and the topics',
  'view-api': 'keeps the views, answers questions',
} as const;

const hostOf = (address: string): string => new URL(address).host;
const indented = (text: string): string => text.replaceAll(/^/gm, '    ');

/** What runs where. Says plainly whether the event store is a real one. */
export const showWhatRuns = ({ engines, apps }: Split): void => {
  const { addresses, eventStore, postgres, kafka } = engines;
  const given = 'given, not started here';
  const log = eventStore ? 'the log: a STAND-IN, see below' : `the log: a real server, ${given}`;
  const rows = [
    { what: 'EventStoreDB', does: log, where: hostOf(addresses.eventStore) },
    {
      what: 'PostgreSQL',
      does: `views, mailboxes, keys${postgres ? '' : `; ${given}`}`,
      where: hostOf(addresses.postgres),
    },
    { what: 'Kafka', does: `a topic per authority${kafka ? '' : `; ${given}`}`, where: addresses.kafka },
    ...apps.map(({ name, app, url }) => ({ what: name, does: WHAT[app], where: url })),
  ];
  say(indented(tableOf(rows, ['what', 'does', 'where'])));
  if (eventStore)
    say(
      '\n    PostgreSQL and Kafka are real servers. The event store is not: it is a stand-in that speaks EventStoreDB’s\n' +
        '    protocol, for machines without one. With a real one:\n' +
        "    IBEX_TEST_EVENTSTOREDB='esdb://127.0.0.1:2113?tls=false' npm run demo:engines",
    );
};

/** Topics, groups, measures and logs: where an operator looks. */
export const showWhereToLook = (
  { apps, logs, engines }: Split,
  read: readonly Readonly<{
    authority: string;
    borough: string;
    handled: readonly unknown[];
    repeats: number;
  }>[],
): void => {
  const rows = read.map(({ authority, borough, handled, repeats }) => ({
    borough,
    topic: `ibex.notices.${authority}`,
    'consumer group': `ibex.${authority}`,
    acknowledged: handled.length,
    'repeats dropped': repeats,
  }));
  say(`  Topics on ${engines.addresses.kafka}, and who reads them`);
  const columns = ['borough', 'topic', 'consumer group', 'acknowledged', 'repeats dropped'];
  say(indented(tableOf(rows, columns)));
  say('\n  Health and measures (Prometheus), on an address apart from the one that boroughs reach');
  for (const { name, managementUrl, rssBytes } of apps.map((app) => ({
    name: app.name,
    managementUrl: app.managementUrl,
    rssBytes: app.rssBytes(),
  })))
    say(`    ${name.padEnd(13)} ${managementUrl}/metrics   ${Math.round(rssBytes / 1_048_576)} MiB resident`);
  say(`\n  Logs: ${logs}`);
};
