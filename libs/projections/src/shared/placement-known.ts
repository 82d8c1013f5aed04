import type { ColumnType } from '@ibex/kernel';
import type { Plain } from '@ibex/runtime';
import type { PlacementKnown } from './placement-known.dto';
import type { PlacementStory } from './placement-story';
import { present } from './present';

/** What both placement views keep of a placement beside who, where and when. Codes as in SSDA903. */
export type PlacementKnownRow = Readonly<{
  placementType: string | null;
  provider: string | null;
  providerUrn: string | null;
  legalStatus: string | null;
  expectedEndOn: string | null;
  notice: string;
  carePlan: string;
  assessment: string;
}>;

export const PLACEMENT_KNOWN_COLUMNS = {
  placementType: 'text',
  provider: 'text',
  providerUrn: 'text',
  legalStatus: 'text',
  expectedEndOn: 'text',
  notice: 'text',
  carePlan: 'text',
  assessment: 'text',
} as const satisfies Readonly<Record<keyof PlacementKnownRow, ColumnType>>;

export const toKnownRow = ({ known }: PlacementStory): PlacementKnownRow => ({
  placementType: known.placementType ?? null,
  provider: known.provider ?? null,
  providerUrn: known.providerUrn ?? null,
  legalStatus: known.legalStatus ?? null,
  expectedEndOn: known.expectedEndOn ?? null,
  notice: known.notice,
  carePlan: known.carePlan,
  assessment: known.assessment,
});

export const toPlacementKnown = (row: PlacementKnownRow): Plain<PlacementKnown> => ({
  ...present({
    placementType: row.placementType,
    provider: row.provider,
    providerUrn: row.providerUrn,
    legalStatus: row.legalStatus,
    expectedEndOn: row.expectedEndOn,
  }),
  notice: row.notice,
  carePlan: row.carePlan,
  assessment: row.assessment,
});
