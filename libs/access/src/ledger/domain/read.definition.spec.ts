import type { RecordedFact } from '@ibex/kernel';
import { CROYDON, HACKNEY, aNewFact, someMetadata } from '@ibex/testing';
import { lookDefinition, readDefinition } from './read.definition';

const basis = { text: 'Opened in an emergency', source: 'UK GDPR art 6(1)(d)' };
const aRead = (by: string, purpose: string): RecordedFact => ({
  ...aNewFact('f-1', {
    type: 'RecordRead',
    data: { owner: HACKNEY, what: 'child-chronology', purpose, basis },
    metadata: { ...someMetadata, actor: { authority: by, person: 'p-1', role: 'mash' }, recordRef: 'r-1' },
  }),
  ...{ stream: 'reads-1', category: 'reads', revision: 0, position: 0 },
});

describe('telling an owner that somebody looked', () => {
  it('says as which role, for what and on which basis, and not who', () => {
    expect(readDefinition.audience(aRead(CROYDON, 'section-47'), [])).toEqual([
      {
        ...{ authority: HACKNEY, capacity: 'responsible', urgency: 'routine' },
        basis: {
          text: 'Somebody looked at your record, as mash. Purpose: Enquiry under section 47 of the Children Act 1989. Opened by: Opened in an emergency',
          source: 'UK GDPR art 5(1)(f) and 5(2)',
        },
      },
    ]);
  });

  it('is more urgent where the glass was broken', () => {
    expect(readDefinition.audience(aRead(CROYDON, 'emergency'), [])[0]?.urgency).toBe('prompt');
  });

  it('is for nobody where the owner itself looked', () => {
    expect(readDefinition.audience(aRead(HACKNEY, 'own-child'), [])).toEqual([]);
  });

  it('is the service’s own: no notice, no duty, and repeats tell nobody', () => {
    expect([readDefinition.ofTheService, lookDefinition.ofTheService]).toEqual([true, true]);
    expect(Object.values(lookDefinition.facts).every(({ tells }) => 'internal' in tells)).toBe(true);
  });
});
