import { BusUnavailable, IbexError } from '@ibex/kernel';
import type { BusFault } from '@ibex/kernel';
import { clientFaultOf, wordOf } from '../client/client-fault';
import type { ClientFault } from '../client/client-fault';

type Said = Readonly<{ code: BusFault; text: string }>;
const SAID: Readonly<Partial<Record<ClientFault, Said>>> = {
  unreachable: { code: 'bus/unreachable', text: 'no broker answers; check the brokers given' },
  'access-denied': {
    code: 'bus/access-denied',
    text: 'the brokers do not let this user in, or not administer topics and rights',
  },
};
const REFUSED: Said = { code: 'bus/failed', text: 'the brokers refused it' };

/** Several faults at once: the first one says enough. */
const firstOf = (fault: unknown): unknown =>
  fault instanceof Error && 'errors' in fault && Array.isArray(fault.errors) ? fault.errors[0] : fault;

/** The port's fault, with the broker's word and what to do. */
export const toAdminFault = (thrown: unknown): IbexError => {
  if (thrown instanceof IbexError) return thrown;
  const fault = firstOf(thrown);
  const { code, text } = SAID[clientFaultOf(fault)] ?? REFUSED;
  return new BusUnavailable(code, `${text} (${wordOf(fault)})`, { cause: thrown });
};

const NOT_YET: ReadonlySet<string> = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE']);

/** Of a topic that was made a moment ago. */
export const isNotYetThere = (fault: unknown): boolean => NOT_YET.has(wordOf(fault));

/** The brokers know no rights at all. */
export const isSecurityOff = (fault: unknown): boolean => wordOf(fault) === 'SECURITY_DISABLED';
