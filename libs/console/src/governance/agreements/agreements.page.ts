import type { AnswerOf } from '@ibex/sdk';
import type { Cell, FactRow } from '../../frame/cells';
import { orNone } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { awaits, clauseInWords, currentOf, newestOf, stateTag, waitingInWords } from './agreement.words';
import type { Agreement, Version } from './agreement.words';

type Answer = AnswerOf<'get', '/v1/agreements'>;

export const PATH = '/console/governance/agreements';
export const AGREEMENTS_CRUMB = { text: 'Sharing agreements', href: PATH };
export const AGREEMENT_DONE = {
  proposed: 'The agreement is proposed. The other parties find it on this page and have to sign it.',
  amended: 'The new version is proposed. The old one holds until every party has signed the new one.',
  signed: 'Your signature is on record.',
  left: 'Your authority has left the agreement.',
  ended: 'The agreement has ended for all parties.',
};

const rowOf = (agreement: Agreement, authority: string): readonly Cell[] => {
  const version = currentOf(agreement);
  const mine = awaits(agreement, authority);
  return [
    { text: version?.title ?? 'Agreement', href: `${PATH}/${agreement.id}` },
    { boroughs: agreement.parties },
    version ? { lines: [{ day: version.from }, 'to', { day: version.to }] } : '',
    { lines: [stateTag(agreement), ...(mine ? [{ tag: 'You have to sign', colour: 'red' }] : [])] },
  ];
};

const OVER: ReadonlySet<string> = new Set(['run-out', 'ended']);

export const agreementsPage = (
  { agreements }: Answer,
  more: Readonly<{
    authority: string;
    mayPropose: boolean;
    done?: string | undefined;
    drafts: readonly Cell[];
  }>,
) => {
  const columns = ['Agreement', 'Parties', 'Term', 'State'];
  const rows = (wanted: boolean) =>
    agreements.filter(({ state }) => OVER.has(state) === wanted).map((each) => rowOf(each, more.authority));
  return {
    ...headed('Sharing agreements'),
    ...more,
    live: { caption: 'In force or on their way', columns, rows: rows(false) },
    over: { caption: 'Over', columns, rows: rows(true) },
  };
};

const termRows = (version: Version): readonly FactRow[] => [
  { key: 'What it is for', value: version.purpose },
  { key: 'Legal basis', value: version.legalBasis },
  { key: 'Parties', value: { boroughs: version.parties } },
  { key: 'First day', value: { day: version.from } },
  { key: 'Last day', value: { day: version.to } },
  ...version.clauses.map((clause) => ({ key: `Clause ${clause.id}`, value: clauseInWords(clause) })),
];

const signatureRows = (version: Version): readonly FactRow[] => [
  ...version.signatures.map(({ authority, name, position, at }) => ({
    key: { borough: authority },
    value: {
      lines: [
        orNone(name, (text) => text, 'Name erased'),
        ...(position ? [position] : []),
        { hint: 'signed' },
        { when: at },
      ],
    },
  })),
  ...version.awaiting.map((gss) => ({
    key: { borough: gss },
    value: { tag: 'Still to sign', colour: 'yellow' },
  })),
];

const departureRows = ({ left, ended }: Agreement): readonly FactRow[] => [
  ...left.map(({ authority, at, because, note }) => ({
    key: 'Left',
    value: { lines: [{ borough: authority }, { when: at }, { code: because }, ...(note ? [note] : [])] },
  })),
  ...(ended
    ? [
        {
          key: 'Ended',
          value: {
            lines: [
              { borough: ended.authority },
              { when: ended.at },
              { code: ended.because },
              ...(ended.note ? [ended.note] : []),
            ],
          },
        },
      ]
    : []),
];

/** One agreement: what holds now, what is proposed, who signed, who left. */
export const agreementPage = (
  agreement: Agreement,
  more: Readonly<{ authority: string; isGovernance: boolean; done?: string | undefined }>,
) => {
  const newest = newestOf(agreement);
  const isOver = OVER.has(agreement.state);
  const isBound = agreement.parties.includes(more.authority);
  const may = more.isGovernance && !isOver;
  return {
    ...headed(currentOf(agreement)?.title ?? 'Agreement', AGREEMENTS_CRUMB),
    done: more.done,
    state: stateTag(agreement),
    path: `${PATH}/${agreement.id}`,
    signs: may && awaits(agreement, more.authority) ? newest?.version : undefined,
    mayAmend: may,
    mayLeave: may && isBound,
    versions: agreement.versions.toReversed().map((version) => ({
      heading: `Version ${String(version.version)}`,
      isInForce: version.version === agreement.versionInForce,
      isNewest: version === newest,
      waiting: waitingInWords(version),
      proposed: { by: version.proposedBy, at: version.proposedAt },
      terms: termRows(version),
      signatures: signatureRows(version),
    })),
    departures: departureRows(agreement),
  };
};
