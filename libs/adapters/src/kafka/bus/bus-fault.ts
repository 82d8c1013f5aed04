import { BusUnavailable, IbexError } from '@ibex/kernel';
import type { BusFault } from '@ibex/kernel';
import { clientFaultOf, wordOf } from '../client/client-fault';
import type { ClientFault } from '../client/client-fault';

type Said = Readonly<{ fault: BusFault; mend: string }>;

const SAID: Readonly<Record<ClientFault, Said>> = {
  unreachable: {
    fault: 'bus/unreachable',
    mend: 'no broker of the setting brokers takes them now; see whether they run and can be reached from here',
  },
  'access-denied': {
    fault: 'bus/access-denied',
    mend: 'the brokers do not let this client do it; check the settings sasl and tls, and run: ibex kafka plan',
  },
  full: {
    fault: 'bus/full',
    mend: 'a broker cannot write to its disk; make room and start it again',
  },
  'unknown-topic': {
    fault: 'bus/failed',
    mend: 'there is no such topic; run: ibex kafka apply',
  },
  'too-large': {
    fault: 'bus/failed',
    mend: 'a request was larger than the brokers take; raise max.message.bytes',
  },
  refused: { fault: 'bus/failed', mend: 'the brokers refused a record' },
  failed: { fault: 'bus/failed', mend: 'see the log of the brokers' },
};

const NAMED = 3;
const listed = (topics: readonly string[]): string =>
  topics.length > NAMED
    ? `${topics.slice(0, NAMED).join(', ')} and ${topics.length - NAMED} more`
    : topics.join(', ');

/** The port's fault, with the topics it is about, the broker's word and what to do. */
export const toBusFault = (fault: unknown, topics: readonly string[]): IbexError => {
  if (fault instanceof IbexError) return fault;
  const { fault: code, mend } = SAID[clientFaultOf(fault)];
  return new BusUnavailable(code, `Kafka, ${listed(topics)}: ${mend} (${wordOf(fault)})`, { cause: fault });
};
