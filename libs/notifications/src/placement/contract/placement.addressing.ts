import type { Addressee, Addressing, Urgency } from '@ibex/kernel';
import { LEGAL_BASES } from '../../shared/contract/legal-bases';
import { findHostAuthority } from '../../shared/domain/host';
import type { Host } from '../../shared/domain/host';

/** How somebody is addressed, whoever it is. No law gives a host a number of days: no duty here has a due date. */
type Words = Omit<Addressing, 'capacity'>;

export const CONSULTED: Words = {
  urgency: 'prompt',
  basis: LEGAL_BASES.consultAreaAuthority,
  duty: { text: 'Answer the consultation: say what the placing authority should know of your area' },
};

export const placed = (urgency: Urgency): Words => ({
  urgency,
  basis: LEGAL_BASES.notifyAreaAuthority,
  duty: { text: 'Acknowledge, enter the child in your register and assess the risk in your area' },
});

export const supplied = (isConsultation: boolean): Words => ({
  urgency: 'routine',
  basis: isConsultation ? LEGAL_BASES.consultAreaAuthority : LEGAL_BASES.notifyAreaAuthority,
  duty: { text: 'Read what has been supplied with the placement' },
});

export const OVER: Words = {
  urgency: 'routine',
  basis: LEGAL_BASES.endOfPlacement,
  duty: { text: 'Close the entry in your register from the date of the end' },
};

export const PUT_RIGHT: Words = {
  urgency: 'prompt',
  basis: LEGAL_BASES.accuracy,
  duty: { text: 'Put your record right: what you were told before was wrong' },
};

export const RECALLED: Words = {
  urgency: 'prompt',
  basis: LEGAL_BASES.accuracy,
  duty: { text: 'Take the entry out of your records: it was posted in error' },
};

/** The host where the exchange can tell it; nobody where it is unknown, withheld or outside England. */
export const toHost = (host: Host, words: Words): readonly Addressee[] => {
  const authority = findHostAuthority(host);
  return authority === undefined ? [] : [{ authority, capacity: 'host', ...words }];
};

export const toPreviousHost = (host: Host, words: Words): readonly Addressee[] => {
  const authority = findHostAuthority(host);
  return authority === undefined ? [] : [{ authority, capacity: 'previous-host', ...words }];
};

/** Everyone ever told: the present host as host, the others as those who were. */
export const toAllTold = (told: readonly string[], host: Host, words: Words): readonly Addressee[] =>
  told.map((authority) => ({
    authority,
    capacity: authority === findHostAuthority(host) ? 'host' : 'previous-host',
    ...words,
  }));

export const toOwner = (owner: string, urgency: Urgency, duty?: string): readonly Addressee[] => [
  {
    authority: owner,
    capacity: 'responsible',
    urgency,
    basis: LEGAL_BASES.cooperation,
    ...(duty === undefined ? {} : { duty: { text: duty } }),
  },
];
