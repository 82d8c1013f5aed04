import { EffectLog } from '../effects/effect-log';
import type { Answer } from '../lines/line';
import type { Setup } from '../run/stage';
import { notTaken, notTurnedAway, optional } from '../scenarios/scenario';
import type { Played, Scenario } from '../scenarios/scenario';
import { SCENARIOS } from '../scenarios/catalogue';
import { reportText } from '../report/report-text';
import { summedUp } from '../report/report';
import type { Judged } from '../report/report';
import { overallOf } from './overall';
import { verdictOn } from './verdict';

const setup: Setup = {
  ...{ secrets: [], hasExchange: false, canJoinGroup: false },
  ...{ pauseMs: 0, burst: 1, settleMs: 0, patienceMs: 0 },
};
const none = new EffectLog([]);
const played = (change: Partial<Played> = {}): Played => ({ faults: [], ...change });
const answer = (change: Partial<Answer> = {}): Answer => ({
  id: 'e-1',
  outcome: 'taken',
  ms: 5,
  status: 204,
  ...change,
});
const scenario: Scenario = {
  ...{ name: 'a-trial', played: 'this', expected: 'that', why: 'because' },
  on: 'any',
  play: () => Promise.resolve(played()),
};
const judged = (
  outcome: Played,
  effects: EffectLog | undefined = none,
  more: Partial<Scenario> = {},
): Judged =>
  verdictOn({ scenario: { ...scenario, ...more } as Scenario, answers: [answer()], outcome }, setup, effects);

describe('a verdict', () => {
  it('is a failure for what was wrong with the answers, whoever sees the effects', () => {
    const outcome = played({ faults: ['answered with 500'], judge: () => [] });
    for (const effects of [none, undefined])
      expect(judged(outcome, effects)).toMatchObject({ verdict: 'fail', reasons: ['answered with 500'] });
  });

  it('is a failure for what was wrong with the effects', () => {
    expect(judged(played({ judge: () => ['never'] }))).toMatchObject({ verdict: 'fail', reasons: ['never'] });
  });

  it('is not given where it lies in effects that nobody sees, unless the answers say enough', () => {
    const outcome = played({ judge: () => [] });
    const { effects } = { effects: undefined };
    expect(verdictOn({ scenario, answers: [], outcome }, setup, effects)).toMatchObject({
      verdict: 'not-judged',
    });
    const seen = { ...scenario, isSeenInAnswers: true };
    expect(verdictOn({ scenario: seen, answers: [], outcome }, setup, effects)).toMatchObject({
      verdict: 'pass',
    });
  });

  it('is not given for what could not be played or did not come to it', () => {
    const unplayed = { scenario, answers: [], outcome: { unplayed: 'needs --exchange-port' } };
    expect(verdictOn(unplayed, setup, none)).toMatchObject({
      ...{ verdict: 'not-judged', reasons: ['needs --exchange-port'], isMandatory: true },
    });
    expect(
      judged(played({ notJudged: 'asked for no detail' }), none, { isMandatory: optional }),
    ).toMatchObject({
      ...{ verdict: 'not-judged', reasons: ['asked for no detail'], isMandatory: false },
    });
  });

  it('carries what it rests on', () => {
    expect(judged(played({ told: { notices: 3 } })).evidence).toEqual({
      ...{ tries: 1, statuses: { '204': 1 }, slowestMs: 5 },
      answers: [{ id: 'e-1', answer: '204', ms: 5 }],
      told: { notices: 3 },
    });
  });
});

describe('the whole', () => {
  const pass = judged(played());
  const fail = judged(played({ faults: ['no'] }));
  const open: Judged = { ...pass, verdict: 'not-judged', reasons: ['needs more'] };

  it.each([
    [[pass], 'passed'],
    [[pass, { ...open, isMandatory: false }], 'passed'],
    [[pass, open], 'incomplete'],
    [[fail, open], 'failed'],
  ] as const)('is %#: %s', (scenarios, verdict) => {
    expect(summedUp(scenarios).verdict).toBe(verdict);
  });

  it('is told to people with reasons, and what was expected where it failed', () => {
    const text = reportText({
      kit: { name: 'ibex conformance', version: '1.0.0' },
      ...{ playedAt: '2026-03-02T09:00:00.000Z', endedAt: '2026-03-02T09:01:00.000Z', seed: 's' },
      ...{ target: { webhook: 'https://receiver.example' }, effects: 'none', exchange: 'none' },
      ...summedUp([pass, fail, open]),
    });
    expect(text.split('\n')).toEqual([
      'ibex conformance 1.0.0',
      'played 2026-03-02T09:00:00.000Z to 2026-03-02T09:01:00.000Z, seed s',
      'against webhook https://receiver.example; effects seen by: none; exchange: none',
      '',
      'pass         a-trial  (204 x 1, slowest 5 ms)',
      'FAIL         a-trial  (204 x 1, slowest 5 ms)',
      '             no',
      '             played: this',
      '             expected: that',
      '             source: because',
      '             sent e-1: 204 in 5 ms',
      'not judged   a-trial  (204 x 1, slowest 5 ms)',
      '             needs more',
      '',
      '1 passed, 1 failed, 1 not judged',
      'FAILED',
    ]);
  });
});

describe('answers', () => {
  it('to what is good are taken, and to what is bad are 4xx that end nothing', () => {
    const busy = answer({ outcome: 'later', status: 503 });
    expect(notTaken([answer(), busy])).toEqual(['answered with 503 instead of being taken']);
    const statuses = [401, 400, 422, 410, 204, 500, 302].map((status) => answer({ status }));
    const cut: Answer = { id: 'e-2', outcome: 'later', ms: 1, fault: 'ECONNRESET' };
    expect(notTurnedAway([...statuses, cut]).map((fault) => fault.split(' ')[2])).toEqual([
      ...['410', '204', '500', '302', 'ECONNRESET'],
    ]);
  });
});

describe('what holds for every answer', () => {
  const verdicts = (answers: readonly Answer[], url: string, more: object = {}): readonly string[] =>
    overallOf(answers, { url: new URL(url), secrets: [], allowPrivate: false, ...more }).map(
      ({ name, verdict }) => `${name} ${verdict}`,
    );
  const HTTPS = 'https://receiver.croydon.gov.uk/hook';

  it('passes for quick answers at a target that could be registered', () => {
    expect(verdicts([answer()], HTTPS)).toEqual([
      'answers-in-time pass',
      'never-gone pass',
      'transport pass',
    ]);
  });

  it.each([
    ['later than ten seconds', answer({ ms: 10_001 }), 'answers-in-time fail'],
    ['never', answer({ outcome: 'later', fault: 'timed-out' }), 'answers-in-time fail'],
    ['with 410', answer({ outcome: 'gone', status: 410 }), 'never-gone fail'],
  ])('fails where one came %s', (_, wrong, found) => {
    expect(verdicts([answer(), wrong], HTTPS)).toContain(found);
  });

  it('tells a target that cannot be registered, as a failure or, on trial, as not judged', () => {
    const there = [answer()];
    expect(verdicts(there, 'https://receiver.croydon.gov.uk:8443/')).toContain('transport fail');
    expect(verdicts(there, 'http://127.0.0.1:8080/', { allowPrivate: true })).toContain(
      'transport not-judged',
    );
    expect(verdicts(there, HTTPS, { ca: 'own' })).toContain('transport not-judged');
    expect(verdicts([], HTTPS)).toContain('transport fail');
  });
});

describe('the catalogue', () => {
  it('names each scenario once, says what is expected and on whose word, and has hard ones last', () => {
    const names = SCENARIOS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(SCENARIOS.filter(({ played: what, expected, why }) => !what || !expected || !why)).toEqual([]);
    const firstHard = SCENARIOS.findIndex(({ isHard }) => isHard === true);
    expect(SCENARIOS.slice(firstHard).every(({ isHard }) => isHard === true)).toBe(true);
  });

  it('asks for a rotation in one scheme at least', () => {
    const mandatory = (...secrets: readonly string[]): readonly string[] =>
      SCENARIOS.filter(
        ({ name, isMandatory }) =>
          name.startsWith('rotation-') && (isMandatory?.({ ...setup, secrets }) ?? true),
      ).map(({ name }) => name);
    expect(mandatory('whsec_1')).toEqual(['rotation-overlap', 'rotation-hmac']);
    expect(mandatory('whsec_1', 'whsec_2')).toEqual(['rotation-overlap', 'rotation-hmac']);
    expect(mandatory('whsk_1', 'whsk_2')).toEqual(['rotation-overlap', 'rotation-ed25519']);
    expect(mandatory('whsec_1', 'whsec_2', 'whsk_1')).toHaveLength(3);
  });
});
