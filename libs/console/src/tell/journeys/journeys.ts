import { consultationJourney, goAheadJourney } from './consultation.journey';
import { exploitationCourse } from './exploitation.course';
import { exploitationJourney } from './exploitation.journey';
import type { Category, Journey } from './journey';
import { missingCourse } from './missing.course';
import { missingJourney } from './missing.journey';
import { moveCourse } from './move.course';
import { moveJourney } from './move.journey';
import { placementCourse } from './placement.course';
import { placementJourney } from './placement.journey';

/** What opens a notice, in the order in which it is offered. */
export const OPENINGS: readonly Journey[] = [
  missingJourney,
  placementJourney,
  consultationJourney,
  moveJourney,
  exploitationJourney,
];

export const JOURNEYS: readonly Journey[] = [
  ...OPENINGS,
  goAheadJourney,
  ...placementCourse,
  ...missingCourse,
  ...moveCourse,
  ...exploitationCourse,
];

const named: ReadonlyMap<string, Journey> = new Map(JOURNEYS.map((journey) => [journey.name, journey]));
export const findJourney = (name: string): Journey | undefined => named.get(name);

/** For a person with these roles. */
export const isFor = (journey: Journey, roles: readonly string[]): boolean =>
  journey.roles.some((role) => roles.includes(role));

/** What is known of a notice. `types`: of its facts so far. `isOurs`: of the authority of whoever reads it. */
export type NoticeKnown = Readonly<{ category: Category; types: readonly string[]; isOurs: boolean }>;

/** What may be told on a notice. */
export const offeredOn = (
  { category, types, isOurs }: NoticeKnown,
  roles: readonly string[],
): readonly Journey[] =>
  JOURNEYS.filter(
    (journey) =>
      journey.category === category &&
      !journey.opens &&
      (isOurs || journey.ours !== true) &&
      isFor(journey, roles) &&
      (journey.offered?.(types) ?? true),
  );
