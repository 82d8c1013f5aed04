import type { MissingData, MissingFactType } from '@ibex/notifications';
import type { Told } from './replay.fixture';

export const CROYDON = 'E09000008';
export const CAMDEN = 'E09000007';
export const BARNET = 'E09000003';
export const LAMBETH = 'E09000022';

/** For specs: one fact of Camden's episode `missing-m1`, told by Camden. */
export const missingFact = <T extends MissingFactType>(
  type: T,
  data: Omit<MissingData[T], 'by' | 'occurredAt'>,
  more: Partial<Told> = {},
): Told => ({
  stream: 'missing-m1',
  type,
  data: { by: CAMDEN, occurredAt: '2025-03-03T08:00:00.000Z', ...data },
  by: CAMDEN,
  ...more,
});

/** A child whom Camden placed in Croydon was last seen on 2 March 2025 and may head for Barnet. */
export const reported = (
  data: Partial<MissingData['MissingReported']> = {},
  more: Partial<Told> = {},
): Told =>
  missingFact(
    'MissingReported',
    {
      kind: 'M',
      from: 'care',
      responsible: CAMDEN,
      host: { kind: 'authority', gss: CROYDON },
      lastSeen: { at: '2025-03-02T23:30:00.000Z' },
      areasAtRisk: [BARNET],
      risk: 'medium',
      policeForce: 'metropolitan',
      alreadyOver: false,
      ...data,
    },
    more,
  );

export const found = missingFact('MissingFound', {
  ending: 'found',
  when: { at: '2025-03-04T06:00:00.000Z' },
});
export const withdrawn = missingFact('MissingWithdrawn', { because: 'duplicate' });
