import { reported, reportedRestricted } from './domain/missing.examples';
import { recordedFact } from './domain/missing.recorded.examples';
import { MISSING_REFUSALS } from './domain/missing.refusals';
import { missingDefinition } from './missing.definition';

describe('the missing notification type', () => {
  it('goes by the urgent lane, and names every refusal', () => {
    expect(missingDefinition.lane).toBe('urgent');
    expect(missingDefinition.refusals).toStrictEqual(Object.keys(MISSING_REFUSALS));
  });

  it('keeps every fact in its first version, with nothing to lift', () => {
    expect(
      Object.values(missingDefinition.facts).map(({ version, upcasters }) => [version, upcasters]),
    ).toEqual(Array(13).fill([1, {}]));
  });
});

describe('what addressees may not see', () => {
  it('is nothing of an ordinary notice', () => {
    expect(missingDefinition.withheldFromAddressees(recordedFact(reported))).toStrictEqual([]);
  });

  it('is whatever leads to a restricted placement, but not what the child looks like or whom to ring', () => {
    const withheld = missingDefinition.withheldFromAddressees(recordedFact(reportedRestricted));
    expect(withheld).toEqual(
      expect.arrayContaining(['placementAddress', 'placementPostcode', 'lastSeenPlace', 'whereabouts']),
    );
    expect(withheld).not.toContain('description');
    expect(withheld).not.toContain('contacts');
  });

  it('is for other types to say', () => {
    const other = { ...recordedFact(reportedRestricted), type: 'PlacementNotified' };
    expect(missingDefinition.withheldFromAddressees(other)).toStrictEqual([]);
  });
});
