import { given } from '@ibex/testing';
import type {
  ConfirmLink,
  DeclineLink,
  ForbidLink,
  LiftForbiddance,
  TellEvidence,
  UndoLink,
} from './link.commands';
import { linkDecider } from './link.decider';
import { linkDefinition } from './link.definition';
import type { BySecond, LinkFact } from './link.events';
import { inOrder } from './link.events';
import { LINK_REFUSALS } from './link.refusals';
import type { LinkRefusal } from './link.refusals';
import { evolveLink, standingOf } from './link.state';

const CAMDEN = 'E09000007';
const LAMBETH = 'E09000022';
const pair = { refs: ['r-1', 'r-2'], owners: [CAMDEN, LAMBETH] } as const;
const evidence = { weight: 12.5, reasons: ['forename: same'], rivals: 0, model: 'm-1' };
const ada = { by: CAMDEN, person: 'ada' };
const ben = { by: LAMBETH, person: 'ben' };
const personal = { rationale: 'The social worker knows both.' };

const tell = (change: Partial<TellEvidence['data']> = {}): TellEvidence => ({
  type: 'TellEvidence',
  data: { ...pair, ...evidence, outcome: 'automatic', ...change },
});
type Said = Readonly<{ by: string; person: string; isPerson?: boolean; needsSecond?: boolean }>;
const said = ({ isPerson = true, needsSecond = false, ...by }: Said) => ({
  data: { ...by, isPerson, needsSecond },
  personal,
});
const confirm = (by: Said): ConfirmLink => ({ type: 'ConfirmLink', ...said(by) });
const decline = (by: Said): DeclineLink => ({ type: 'DeclineLink', ...said(by) });
const undo = (by: Said): UndoLink => ({ type: 'UndoLink', ...said(by) });
const lift = (by: Said): LiftForbiddance => ({ type: 'LiftForbiddance', ...said(by) });
const forbid = (by: Said, change: Partial<ForbidLink['data']> = {}): ForbidLink => ({
  type: 'ForbidLink',
  data: { ...pair, ...change, ...by, isPerson: by.isPerson ?? true },
  personal,
});

const made: LinkFact = { type: 'LinkMade', data: { ...pair, ...evidence } };
const proposed: LinkFact = { type: 'LinkProposed', data: { ...pair, ...evidence } };
const withdrawn: LinkFact = { type: 'LinkEvidenceWithdrawn', data: {} };
const confirmed: LinkFact = { type: 'LinkConfirmed', data: ada, personal };
const declined: LinkFact = { type: 'LinkDeclined', data: ada, personal };
const undone: LinkFact = { type: 'LinkUndone', data: ben, personal };
const asked: LinkFact = { type: 'LinkConfirmationAsked', data: ada, personal };
const forbidden: LinkFact = {
  type: 'LinkForbidden',
  data: { ...pair, ...ada },
  personal,
};
const liftAsked: LinkFact = { type: 'LinkLiftingAsked', data: ada, personal };
const byBoth: BySecond = { ...ben, firstBy: CAMDEN, firstPerson: 'ada' };
const byCamden: BySecond = { by: CAMDEN, person: 'cleo', firstBy: CAMDEN, firstPerson: 'ada' };
const lifted: LinkFact = { type: 'LinkForbiddanceLifted', data: byCamden, personal };

const after = given(linkDecider, '2026-11-22T09:00:00.000Z');
const standingAfter = (...facts: readonly LinkFact[]): string => {
  const state = facts.reduce(evolveLink, linkDecider.initialState);
  return state.phase === 'none' ? 'none' : standingOf(state);
};

describe('what the matcher finds', () => {
  it('makes a link where it is sure, proposes one where it is not', () => {
    after().when(tell()).then(made);
    after()
      .when(tell({ outcome: 'review' }))
      .then(proposed);
    after(proposed).when(tell()).then(made);
    after(made)
      .when(tell({ outcome: 'review' }))
      .then(proposed);
  });

  it('is not recorded again while it hardly differs', () => {
    after(made)
      .when(tell({ weight: 13.4 }))
      .then();
    after(made)
      .when(tell({ weight: 13.6 }))
      .then({ type: 'LinkMade', data: { ...pair, ...evidence, weight: 13.6 } });
    after(proposed)
      .when(tell({ outcome: 'review', reasons: ['forename: short form'] }))
      .then({ type: 'LinkProposed', data: { ...pair, ...evidence, reasons: ['forename: short form'] } });
  });

  it('is withdrawn once, and only where it was told', () => {
    after()
      .when(tell({ outcome: 'nothing' }))
      .then();
    after(made)
      .when(tell({ outcome: 'nothing' }))
      .then(withdrawn);
    after(made, withdrawn)
      .when(tell({ outcome: 'nothing' }))
      .then();
    after(made, withdrawn).when(tell()).then(made);
  });

  it.each([
    ['declined', [proposed, declined], 'apart'],
    ['undone', [made, undone], 'apart'],
    ['confirmed', [proposed, confirmed], 'linked'],
    ['forbidden', [forbidden], 'forbidden'],
  ] as const)('never outweighs a person: %s', (_, history, standing) => {
    after(...history)
      .when(tell({ weight: 40 }))
      .then({ type: 'LinkProposed', data: { ...pair, ...evidence, weight: 40 } });
    expect(
      standingAfter(...history, { type: 'LinkProposed', data: { ...pair, ...evidence, weight: 40 } }),
    ).toBe(standing);
    expect(standingAfter(...history, withdrawn)).toBe(standing);
  });
});

describe('what a person decides', () => {
  it('links what was proposed, or declines it', () => {
    after(proposed).when(confirm(ada)).then(confirmed);
    after(proposed).when(decline(ada)).then(declined);
    after(made).when(confirm(ada)).then(confirmed);
    after(proposed, withdrawn).when(confirm(ada)).then(confirmed);
  });

  it('undoes a link, whoever made it', () => {
    after(made).when(undo(ben)).then(undone);
    after(made).when(decline(ben)).then(undone);
    after(proposed, confirmed).when(undo(ben)).then(undone);
  });

  it('takes two where one of the records is restricted', () => {
    after(proposed)
      .when(confirm({ ...ada, needsSecond: true }))
      .then(asked);
    expect(standingAfter(proposed, asked)).toBe('proposed');
    after(proposed, asked)
      .when(confirm({ ...ada, needsSecond: true }))
      .refused('link/second-person-needed');
    after(proposed, asked)
      .when(confirm({ ...ben, needsSecond: true }))
      .then({ type: 'LinkConfirmed', data: byBoth, personal });
    after(proposed, asked).when(decline(ben)).then({ type: 'LinkDeclined', data: ben, personal });
    after(proposed, asked, { type: 'LinkDeclined', data: ben, personal })
      .when(confirm({ ...ben, needsSecond: true }))
      .then({ type: 'LinkConfirmationAsked', data: ben, personal });
  });

  it('tells two people of two authorities apart by both', () => {
    after(proposed, asked)
      .when(confirm({ by: LAMBETH, person: 'ada', needsSecond: true }))
      .then({
        type: 'LinkConfirmed',
        data: { by: LAMBETH, person: 'ada', firstBy: CAMDEN, firstPerson: 'ada' },
        personal,
      });
  });

  it('takes two to go back on what a person decided', () => {
    after(made, undone).when(confirm(ada)).then(asked);
    after(made, undone, asked).when(confirm(ben)).then({ type: 'LinkConfirmed', data: byBoth, personal });
  });

  it.each([
    ['link/not-known', [], confirm(ada)],
    ['link/not-known', [], undo(ada)],
    ['link/not-known', [], lift(ada)],
    ['link/person-must-decide', [proposed], confirm({ ...ada, isPerson: false })],
    ['link/person-must-decide', [], forbid({ ...ada, isPerson: false })],
    ['link/decided-already', [proposed, confirmed], confirm(ben)],
    ['link/decided-already', [proposed, declined], decline(ben)],
    ['link/not-linked', [proposed], undo(ada)],
    ['link/kept-apart', [proposed, forbidden], confirm(ada)],
    ['link/kept-apart', [made, forbidden], undo(ada)],
    ['link/forbidden-already', [forbidden], forbid(ada)],
    ['link/not-forbidden', [proposed], lift(ada)],
    ['link/not-forbidden', [forbidden], lift(ben)],
    ['link/second-person-needed', [forbidden, liftAsked], lift(ada)],
    ['link/one-record', [], forbid(ada, { refs: ['r-1', 'r-1'] })],
  ] as const)('is refused: %s %#', (code, history, command) => {
    after(...history)
      .when(command)
      .refused(code);
  });

  it('gives every refusal that it names', () => {
    const given: readonly LinkRefusal['code'][] = [
      ...['link/not-known', 'link/person-must-decide', 'link/decided-already', 'link/not-linked'],
      ...['link/kept-apart', 'link/forbidden-already', 'link/not-forbidden', 'link/second-person-needed'],
      ...['link/one-record'],
    ] as readonly LinkRefusal['code'][];
    expect([...LINK_REFUSALS].sort()).toEqual([...given].sort());
  });
});

describe('a mark that two records may never be linked', () => {
  it('may be set before anybody proposed it, and over a link', () => {
    after().when(forbid(ada)).then(forbidden);
    after(made, confirmed).when(forbid(ada)).then(forbidden);
    expect(standingAfter(made, confirmed, forbidden)).toBe('forbidden');
  });

  it('is lifted by two people of the authority that set it', () => {
    const cleo = { by: CAMDEN, person: 'cleo' };
    after(forbidden).when(lift(ada)).then(liftAsked);
    after(forbidden, liftAsked)
      .when(lift(cleo))
      .then({
        type: 'LinkForbiddanceLifted',
        data: { ...cleo, firstBy: CAMDEN, firstPerson: 'ada' },
        personal,
      });
  });

  it('is one for each authority, and holds until the last of them lifts its own', () => {
    const another: LinkFact = { type: 'LinkForbidden', data: { ...pair, ...ben }, personal };
    after(forbidden).when(forbid(ben)).then(another);
    after(forbidden, another, liftAsked)
      .when(lift(ben))
      .then({ type: 'LinkLiftingAsked', data: ben, personal });
    expect(standingAfter(forbidden, another, liftAsked, lifted)).toBe('forbidden');
  });

  it('leaves what spoke for one child before for a person to look at', () => {
    expect(standingAfter(made, forbidden, liftAsked, lifted)).toBe('proposed');
    expect(standingAfter(forbidden, liftAsked, lifted)).toBe('withdrawn');
    expect(standingAfter(proposed, declined, forbidden, liftAsked, lifted)).toBe('apart');
  });
});

describe('what is on record of links', () => {
  it('seals every word of a person, and which kind a mark is of', () => {
    const facts = [confirmed, declined, undone, asked, forbidden, liftAsked, lifted];
    for (const { type, data, personal: sealed } of facts) {
      expect(linkDefinition.facts[type].personal).toEqual(expect.arrayContaining(Object.keys(sealed ?? {})));
      expect(Object.keys(data)).not.toContain('kind');
    }
  });

  it('is told to nobody', () => {
    expect(Object.values(linkDefinition.facts).filter(({ tells }) => 'message' in tells)).toEqual([]);
  });

  it('names a pair in one way', () => {
    expect(inOrder('b', 'a')).toEqual(inOrder('a', 'b'));
  });
});
