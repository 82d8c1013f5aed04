import { CROYDON, LAMBETH, MERTON, amended, ended, left, proposed, signed } from './agreement.fixture';
import type { AgreementFact } from './agreement.events';
import { evolveAgreement, inForceOn } from './agreement.state';
import type { AgreementState } from './agreement.state';

const NONE: AgreementState = { phase: 'none' };
const versionOn = (day: string, ...facts: readonly AgreementFact[]): number | undefined =>
  inForceOn(facts.reduce(evolveAgreement, NONE), day)?.number;
const both = [signed(CROYDON), signed(LAMBETH)] as const;

describe('an agreement is in force', () => {
  it('once every party has signed and its first day has come, through its last day', () => {
    expect(versionOn('2026-03-01', proposed(), signed(CROYDON))).toBeUndefined();
    expect(versionOn('2026-02-28', proposed(), ...both)).toBeUndefined();
    expect(versionOn('2026-03-01', proposed(), ...both)).toBe(1);
    expect(versionOn('2027-02-28', proposed(), ...both)).toBe(1);
    expect(versionOn('2027-03-01', proposed(), ...both)).toBeUndefined();
  });

  it('in its old version until all have signed the new one and the first day of that has come', () => {
    const facts = [proposed(), ...both, amended(2, { from: '2026-06-01' }), signed(CROYDON, 2)] as const;
    expect(versionOn('2026-06-01', ...facts)).toBe(1);
    expect(versionOn('2026-05-31', ...facts, signed(LAMBETH, 2))).toBe(1);
    expect(versionOn('2026-06-01', ...facts, signed(LAMBETH, 2))).toBe(2);
  });

  it('never again in an old version once a newer one has run out', () => {
    const shorter = amended(2, { to: '2026-06-30' });
    const facts = [proposed(), ...both, shorter, signed(CROYDON, 2), signed(LAMBETH, 2)] as const;
    expect(versionOn('2026-06-30', ...facts)).toBe(2);
    expect(versionOn('2026-07-01', ...facts)).toBeUndefined();
  });

  it('until it is ended', () => {
    expect(versionOn('2026-04-01', proposed(), ...both, ended())).toBeUndefined();
  });

  it('between those that are left while there are two, and never by somebody’s leaving', () => {
    const three = proposed({ parties: [CROYDON, LAMBETH, MERTON] });
    const all = [three, ...both, signed(MERTON)] as const;
    expect(versionOn('2026-04-01', ...all, left(MERTON))).toBe(1);
    expect(versionOn('2026-04-01', ...all, left(MERTON), left(LAMBETH))).toBeUndefined();
    expect(versionOn('2026-04-01', three, ...both, left(MERTON))).toBeUndefined();
  });

  it('with a party that had left once it has signed a newer version', () => {
    const back = [amended(2, { to: '2028-02-28' }), signed(CROYDON, 2), signed(LAMBETH, 2)] as const;
    expect(versionOn('2026-04-01', proposed(), ...both, left(LAMBETH), ...back)).toBe(2);
  });
});
