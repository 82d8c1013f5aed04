import { definitions } from '@ibex/notifications';
import type { NotificationDefinition, RecordedFact } from '@ibex/kernel';
import { aNewFact } from '@ibex/testing';
import { CATEGORY_CODES, categoriesOf } from './entry-codes';

const HACKNEY = 'E09000012';
const CROYDON = 'E09000008';

const definitionOf = (name: string): NotificationDefinition => {
  const found = definitions.find((definition) => definition.name === name);
  if (!found) throw new Error(`no definition of ${name}`);
  return found;
};
const placement = definitionOf('placement');
const inCroydon = { kind: 'authority', gss: CROYDON };

const notice = (...told: readonly (readonly [string, object])[]): readonly RecordedFact[] =>
  told.map(([type, data], revision) => ({
    ...aNewFact(`f-${revision}`, { type, data: { by: HACKNEY, ...data } }),
    stream: 'placement-p1',
    category: 'placement',
    revision,
    position: revision,
  }));
const told = (factId: string) => ({ authority: CROYDON, factId });

const notified = [
  'PlacementNotified',
  { host: inCroydon, notice: 'emergency', placementType: 'K2', provider: 'PR4', legalStatus: 'C2' },
] as const;
const ended = [
  'PlacementEnded',
  { host: inCroydon, endedOn: '2026-03-09', reasonForPlacementChange: 'ALLEG' },
] as const;
const acknowledged = ['PlacementAcknowledged', { by: CROYDON }] as const;

describe('the codes of an entry', () => {
  it('are those of its fact', () => {
    expect(categoriesOf(told('f-0'), notice(notified), placement)).toEqual(['K2', 'PR4', 'emergency']);
  });

  it('are what stood before, and what is said of the fact itself', () => {
    expect(categoriesOf(told('f-1'), notice(notified, ended), placement)).toEqual([
      'K2',
      'PR4',
      'emergency',
      'ALLEG',
    ]);
  });

  it('are not what was said later, nor the reason of another fact', () => {
    const history = notice(notified, ended, acknowledged);
    expect(categoriesOf(told('f-0'), history, placement)).not.toContain('ALLEG');
    expect(categoriesOf(told('f-2'), history, placement)).not.toContain('ALLEG');
  });

  it('are not what is withheld from the one that was told: a filter cannot find it out', () => {
    const corrected = [
      'PlacementCorrected',
      { host: { kind: 'withheld' }, previousHost: inCroydon, restricted: true, placementType: 'A3' },
    ] as const;
    const history = notice(notified, corrected);
    expect(categoriesOf(told('f-1'), history, placement)).toEqual(['K2', 'PR4', 'emergency']);
  });

  it('are none where the notice says none, and no free values', () => {
    expect(
      categoriesOf(told('f-0'), notice(['PlacementNotified', { notice: 'next week' }]), placement),
    ).toEqual([]);
  });

  it('can be named by a filter, whatever the type of notice', () => {
    expect(CATEGORY_CODES).toEqual(
      expect.arrayContaining([
        'K2',
        'PR4',
        'ALLEG',
        'E4A',
        'emergency',
        'homeless-household',
        'M',
        'care',
        'high',
      ]),
    );
    expect(CATEGORY_CODES.every((code) => /^[A-Za-z0-9-]+$/.test(code))).toBe(true);
  });
});
