import { given } from '@ibex/testing';
import type { AgreementCommand } from './agreement.commands';
import { agreementDecider } from './agreement.decider';
import {
  CROYDON,
  KNOWN,
  LAMBETH,
  LEWISHAM,
  MERTON,
  NOW,
  amended,
  ended,
  left,
  missingClause,
  proposed,
  signed,
  terms,
} from './agreement.fixture';
import { AGREEMENT_REFUSALS } from './agreement.refusals';
import type { Terms } from './agreement.terms';

const history = given(agreementDecider, NOW);
const propose = (
  change: Partial<Terms> = {},
  known: Partial<typeof KNOWN> | object = {},
): AgreementCommand => ({
  type: 'ProposeAgreement',
  data: { by: CROYDON, terms: terms(change), known: { ...KNOWN, ...known } },
});
const amend = (by: string, change: Partial<Terms> = {}): AgreementCommand => ({
  type: 'AmendAgreement',
  data: { by, terms: terms(change), known: KNOWN },
});
const sign = (by: string, version = 1, isPerson = true): AgreementCommand => ({
  type: 'SignAgreement',
  data: { by, version, person: `lead-of-${by}`, role: 'governance', isPerson },
});
const leave = (by: string): AgreementCommand => ({
  type: 'WithdrawFromAgreement',
  data: { by, because: 'legal-advice' },
});
const end = (by: string): AgreementCommand => ({
  type: 'EndAgreement',
  data: { by, because: 'purpose-fulfilled' },
});
const named = (from: readonly string[], to: readonly string[]) =>
  [{ ...missingClause, who: { kind: 'named', from, to } }] as const;

describe('an agreement is proposed', () => {
  it('by one of its parties, with what is to be told', () => {
    history().when(propose()).then(proposed());
  });

  it.each<[string, AgreementCommand]>([
    ['agreement/not-among-parties', propose({ parties: [LAMBETH, MERTON] })],
    ['agreement/one-party', propose({ parties: [CROYDON] })],
    ['agreement/one-party', propose({ parties: [CROYDON, CROYDON] })],
    ['agreement/unknown-authority', propose({}, { strangers: ['E09999999'] })],
    ['agreement/no-clause', propose({ clauses: [] })],
    ['agreement/clause-twice', propose({ clauses: [missingClause, missingClause] })],
    ['agreement/clause-for-nobody', propose({ clauses: named([CROYDON], [MERTON]) })],
    ['agreement/clause-for-nobody', propose({ clauses: named([CROYDON], [CROYDON]) })],
    ['agreement/type-unknown', propose({ clauses: [{ ...missingClause, types: ['gossip'] }] })],
    ['agreement/type-unknown', propose({ clauses: [{ ...missingClause, types: [] }] })],
    ['agreement/ages-impossible', propose({ clauses: [{ ...missingClause, agesFrom: 15, agesTo: 12 }] })],
    ['agreement/ages-impossible', propose({ clauses: [{ ...missingClause, agesTo: 26 }] })],
    ['agreement/to-before-from', propose({ from: '2026-05-02', to: '2026-05-01' })],
    ['agreement/over-before-it-begins', propose({ from: '2026-01-01', to: '2026-03-01' })],
  ])('not with terms that cannot be: %s', (code, command) => {
    history()
      .when(command)
      .refused(code as 'agreement/one-party');
  });

  it('names the types that are known where it does not know one', () => {
    const decision = agreementDecider.decide(
      propose({ clauses: [{ ...missingClause, types: ['gossip'] }] }),
      agreementDecider.initialState,
      NOW,
    );
    expect(decision).toHaveProperty('refusal.because', expect.stringContaining('placement, move, missing'));
  });

  it('once, and may end on the day on which it is proposed', () => {
    history(proposed()).when(propose()).refused('agreement/already-proposed');
    history()
      .when(propose({ to: '2026-03-02' }))
      .then(proposed({ to: '2026-03-02' }));
  });
});

describe('an agreement is signed off', () => {
  it('by a person of each party for its own authority', () => {
    history(proposed(), signed(CROYDON)).when(sign(LAMBETH)).then(signed(LAMBETH));
  });

  it('with the name of that person kept apart from the open part', () => {
    const personal = { name: 'Ada Oduya', position: 'Caldicott Guardian' };
    const command = { ...sign(LAMBETH), personal } as AgreementCommand;
    history(proposed())
      .when(command)
      .then({ ...signed(LAMBETH), personal } as ReturnType<typeof signed>);
  });

  it('neither twice, nor by a system, nor in another version, nor by whoever left', () => {
    history(proposed(), signed(CROYDON)).when(sign(CROYDON)).refused('agreement/signed-already');
    history(proposed())
      .when(sign(LAMBETH, 1, false))
      .refused('agreement/person-must-sign');
    history(proposed(), amended(2)).when(sign(LAMBETH, 1)).refused('agreement/other-version');
    history(proposed(), left(LAMBETH)).when(sign(LAMBETH)).refused('agreement/left-already');
  });
});

describe('an agreement is amended', () => {
  it('as a new version that all have to sign again', () => {
    history(proposed(), signed(CROYDON), signed(LAMBETH))
      .when(amend(LAMBETH, { to: '2028-01-31' }))
      .then(amended(2, { to: '2028-01-31' }, LAMBETH));
  });

  it('not by whoever left, nor to what it says already, nor to what cannot be', () => {
    history(proposed(), left(LAMBETH)).when(amend(LAMBETH)).refused('agreement/left-already');
    history(proposed())
      .when(amend(CROYDON, { parties: [LAMBETH, CROYDON] }))
      .refused('agreement/nothing-changed');
    history(proposed())
      .when(amend(CROYDON, { clauses: [] }))
      .refused('agreement/no-clause');
  });
});

describe('a party', () => {
  it('leaves, which says up to which version it did', () => {
    history(proposed(), amended(2)).when(leave(LAMBETH)).then(left(LAMBETH, 2));
  });

  it('ends it at once for all', () => {
    history(proposed(), signed(CROYDON), signed(LAMBETH))
      .when(end(LAMBETH))
      .then({
        type: 'AgreementEnded',
        data: { by: LAMBETH, because: 'purpose-fulfilled' },
      });
  });

  it('that has left has nothing to end, and neither has one that is only named in an amendment', () => {
    const bound = history(
      proposed(),
      signed(CROYDON),
      signed(LAMBETH),
      amended(2, { parties: [CROYDON, LAMBETH, LEWISHAM] }),
    );
    bound.when(end(LEWISHAM)).refused('agreement/not-bound');
    bound.when(leave(LEWISHAM)).then(left(LEWISHAM, 2));
    history(proposed(), left(LAMBETH)).when(end(LAMBETH)).refused('agreement/not-bound');
    history(proposed(), left(LAMBETH)).when(leave(LAMBETH)).refused('agreement/not-bound');
  });

  it('does nothing more with what has ended', () => {
    for (const command of [sign(LAMBETH), amend(LAMBETH), leave(LAMBETH), end(LAMBETH)])
      history(proposed(), ended()).when(command).refused('agreement/ended');
  });
});

describe('whoever is no party', () => {
  it('is told no more than of an agreement that is not there', () => {
    for (const command of [sign(MERTON), amend(MERTON), leave(MERTON), end(MERTON)]) {
      history(proposed()).when(command).refused('agreement/not-known');
      history().when(command).refused('agreement/not-known');
    }
  });
});

it('begins every refusal with its own name', () => {
  expect(AGREEMENT_REFUSALS.every((code) => code.startsWith('agreement/'))).toBe(true);
});
