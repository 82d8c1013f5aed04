import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APPEND_FAULTS } from './faults';
import type { AppendFault } from './faults';
import type { StandIn } from './stand-in';

type Order = (standIn: StandIn, query: URLSearchParams) => void | Promise<void>;

const numberOf = (query: URLSearchParams, name: string, absent: number): number =>
  Number(query.get(name) ?? absent);
const isOn = (query: URLSearchParams): boolean => query.get('on') !== 'false';

const ORDERS: Readonly<Record<string, Order>> = {
  '/go-away': (standIn) => standIn.goAway(),
  '/come-back': (standIn) => standIn.comeBack(),
  '/cut-connections': (standIn) => standIn.cutConnections(),
  '/kill-subscriptions': (standIn) => standIn.killSubscriptions(),
  '/freeze': (standIn, query) => standIn.freeze(isOn(query)),
  '/system-events': (standIn, query) => standIn.node.writeSystemEvents(numberOf(query, 'count', 1)),
  '/not-leader-reads': (standIn, query) => {
    standIn.faults.notLeaderReads = numberOf(query, 'times', 1);
  },
  '/duplicates': (standIn, query) => {
    standIn.faults.duplicates = isOn(query);
  },
  '/checkpoints-only': (standIn, query) => {
    standIn.faults.checkpointsOnly = isOn(query);
  },
  '/slow-reads': (standIn, query) => {
    standIn.faults.slowReadsMs = numberOf(query, 'ms', 0);
  },
  '/clear': (standIn) => standIn.faults.clear(),
};

/** `/append/<fault>?times=2&ms=300` */
const planned = (path: string): Order | undefined => {
  const fault = APPEND_FAULTS.find((known) => path === `/append/${known}`);
  return fault && ((standIn, query) => plan(standIn, fault, query));
};

const plan = (standIn: StandIn, fault: AppendFault, query: URLSearchParams): void => {
  standIn.faults.lateMs = numberOf(query, 'ms', standIn.faults.lateMs);
  standIn.faults.plan(fault, numberOf(query, 'times', 1));
};

const carryOut = async (standIn: StandIn, request: IncomingMessage): Promise<number> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const order = ORDERS[pathname] ?? planned(pathname);
  if (request.method !== 'POST' || !order) return 404;
  await order(standIn, searchParams);
  return 204;
};

/** Faults by HTTP, for suites that run the stand-in as a process of its own; on loopback only. */
export const openControlPort = async (standIn: StandIn, port: number): Promise<Server> => {
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void carryOut(standIn, request).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
};

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;
