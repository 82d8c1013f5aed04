import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { ReceivingDoor } from './receiving-door';
import type { Take } from './receiving-door';
import { GROUPS, steadyMs } from './receiver.orders';
import type { Arrival, Counted, Done, Group, Order } from './receiver.orders';

// The receivers of every borough, in one process of their own:
// node -r test/support/typescript.cjs … <key file> <certificate file> <file to write the ports to> [file for what came, as it came]
const [, , keyFile = '', certFile = '', placesFile = '', wholeFile = ''] = process.argv;

/** An entry of a mailbox. Signs of life are of another type and have no number. */
type Message = Readonly<{
  id: string;
  subject: string;
  sequence?: number;
  data: Readonly<{ urgency: string; links?: Readonly<{ detail: string }> }>;
}>;

const arrivals: Arrival[] = [];
const seen = new Map<string, { taken: number; ids: Set<string> }>();

const take: Take = (host, body, headers) => {
  const atMs = steadyMs();
  if (wholeFile !== '') appendFileSync(wholeFile, `${JSON.stringify(headers)}\n${body}\n`);
  const { id, subject: child, sequence, data } = JSON.parse(body) as Message;
  if (sequence === undefined) return;
  const to = host.split('.')[0] ?? '';
  arrivals.push({ to, id, sequence, child, detail: data.links?.detail ?? '', urgency: data.urgency, atMs });
  const of = seen.get(to) ?? { taken: 0, ids: new Set<string>() };
  seen.set(to, of);
  of.taken += 1;
  of.ids.add(id);
};

const counted = (): Counted =>
  Object.fromEntries([...seen].map(([to, { taken, ids }]) => [to, { taken, different: ids.size }]));

const obey = async (order: Order, doors: ReadonlyMap<Group, ReceivingDoor>): Promise<Done> => {
  const { turn } = order;
  if (order.kind === 'behave') await doors.get(order.group)?.behave(order.how);
  if (order.kind === 'write') {
    const later = arrivals.slice(order.from);
    writeFileSync(order.file, later.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
  return order.kind === 'count' ? { turn, counted: counted() } : { turn };
};

const main = async (): Promise<void> => {
  const tls = { key: readFileSync(keyFile), cert: readFileSync(certFile) };
  const doors = new Map<Group, ReceivingDoor>();
  for (const group of GROUPS) doors.set(group, await ReceivingDoor.open(tls, take));
  const ports = Object.fromEntries([...doors].map(([group, { port }]) => [group, port]));
  writeFileSync(placesFile, JSON.stringify({ ca: certFile, ports }));
  process.on('message', (order: Order) => {
    void obey(order, doors).then((done) => process.send?.(done));
  });
  // whoever started it is gone
  process.once('disconnect', () => process.exit(0));
  process.send?.({ turn: 0 });
};

main().catch((fault: unknown) => {
  process.stderr.write(`${String(fault)}\n`);
  process.exit(1);
});
