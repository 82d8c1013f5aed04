import { FIELD_GROUPS } from '@ibex/kernel';
import type { Sight } from '@ibex/kernel';
import { definitions } from '@ibex/notifications';
import { byCategory } from '../shared/definitions';
import { recorded, rowsAfter } from '../shared/replay.fixture';
import type { Told } from '../shared/replay.fixture';
import { riskPictureProjection } from './risk-picture.projection';
import type { RiskFactRow, RiskToldRow } from './risk-picture.schema';
import { noticesIn, seenFacts } from './seen-facts.rule';
import { owedBy, unacknowledgedIn } from './unacknowledged.rule';

const [CAMDEN, CROYDON, BARNET, LAMBETH] = ['E09000007', 'E09000008', 'E09000003', 'E09000022'];
const projection = riskPictureProjection(definitions);
const at = (gss: string) => ({ host: { kind: 'authority', gss } });
const told = (type: string, data: object, by = CAMDEN): Told => ({
  ...{ stream: 'missing-m1', type, by },
  data: { by, occurredAt: '2025-03-02', ...data },
});
const reported = told('MissingReported', {
  ...{ kind: 'M', from: 'care', responsible: CAMDEN, alreadyOver: false },
  ...{ ...at(CROYDON), lastSeen: { on: '2025-03-02' }, areasAtRisk: [BARNET] },
});
const seen = told('MissingSighted', { when: { on: '2025-03-03' }, area: LAMBETH });
const found = told('MissingFound', { when: { on: '2025-03-03' }, ending: 'found', area: BARNET });
const offered = told('MissingInterviewOffered', { when: { on: '2025-03-04' } });
const toBarnet = told('MissingCorrected', { fields: ['host'], ...at(BARNET) });
const hidden = told('MissingCorrected', { fields: ['host'], host: { kind: 'withheld' }, restricted: true });

const noticesOf = (...facts: readonly Told[]) => {
  const rows = rowsAfter(projection, recorded(...facts));
  const read = {
    facts: rows['riskFacts'] as unknown as readonly RiskFactRow[],
    told: rows['riskTold'] as unknown as readonly RiskToldRow[],
  };
  return noticesIn(read, byCategory(definitions));
};
const by = (authority: string, sight: Sight) => ({
  authority,
  sight: { sight, relations: [], groups: FIELD_GROUPS },
});
const typesSeen = (authority: string, sight: Sight, ...facts: readonly Told[]) =>
  seenFacts(noticesOf(...facts), by(authority, sight)).map(({ type }) => type.slice('Missing'.length));

describe('what a reader sees of the facts behind a picture', () => {
  it('is everything for the owner', () => {
    expect(typesSeen(CAMDEN, 'owner', reported, hidden, found)).toStrictEqual([
      'Reported',
      'Corrected',
      'Found',
    ]);
  });

  it('is what it was told of for an addressee, and what led up to that', () => {
    expect(typesSeen(BARNET, 'addressee', reported, found, offered)).toStrictEqual(['Reported', 'Found']);
    expect(typesSeen(LAMBETH, 'addressee', reported, seen, offered)).toStrictEqual(['Reported', 'Sighted']);
  });

  it('is nothing of a notice that was never told to it, and nothing without sight', () => {
    expect(typesSeen(LAMBETH, 'addressee', reported, found)).toStrictEqual([]);
    expect(typesSeen(CAMDEN, 'none', reported)).toStrictEqual([]);
  });

  it('is nothing new for an authority that was told as host by mistake, and neither host nor areas of that', () => {
    const facts = seenFacts(noticesOf(reported, toBarnet, seen), by(CROYDON, 'addressee'));
    expect(facts.map(({ type }) => type)).toStrictEqual(['MissingReported', 'MissingCorrected']);
    expect(facts[1]?.data).not.toHaveProperty('host');
    expect(facts.map(({ toldAs }) => toldAs)).toStrictEqual(['previous-host', 'previous-host']);
  });

  it('is nothing restricted for whoever broke the glass', () => {
    expect(typesSeen(LAMBETH, 'grant', reported, hidden)).toStrictEqual(['Reported']);
  });

  it('names the basis on which each fact is seen', () => {
    const [fact] = seenFacts(noticesOf(reported), by(BARNET, 'addressee'));
    expect(fact?.basis.source).toBe('Children Act 1989, s 47(1); Children Act 2004, ss 10 and 11');
  });
});

describe('notices without an answer, as a reader sees them', () => {
  const answered = told('MissingAcknowledged', { response: 'received' }, CROYDON);
  const owedIn = (authority: string, sight: Sight, taken: readonly string[], ...facts: readonly Told[]) => {
    const notices = noticesOf(...facts);
    const asking = { ...by(authority, sight), taken: new Set(taken) };
    return unacknowledgedIn(notices.flatMap(owedBy), seenFacts(notices, asking), asking).map(
      (each) => each.owedBy,
    );
  };

  it('are all for the owner, and its own for an addressee', () => {
    expect(owedIn(CAMDEN, 'owner', [], reported)).toStrictEqual([CROYDON, BARNET]);
    expect(owedIn(BARNET, 'addressee', [], reported)).toStrictEqual([BARNET]);
  });

  it('are over once acknowledged, taken on in the inbox, or void', () => {
    expect(owedIn(CAMDEN, 'owner', [], reported, answered)).toStrictEqual([BARNET]);
    const entries = noticesOf(reported)
      .flatMap(owedBy)
      .map(({ entryId }) => entryId);
    expect(owedIn(CAMDEN, 'owner', entries, reported)).toStrictEqual([]);
    expect(owedIn(CAMDEN, 'owner', [], reported, found)).toStrictEqual([]);
  });
});
