import { LANE_CHOICES } from './lanes';
import { isSpan } from './span';
import type { TimelineAsked } from './timeline.page';

export type TimelineQuery = TimelineAsked & Readonly<{ knownTo?: string }>;

const GSS = /^E(?:06|07|08|09|10)\d{6}$/;

/** What a person chose to see; whatever is none of the choices is the usual one. */
export const timelineAsked = (query: Readonly<Record<string, unknown>>): TimelineQuery => {
  const { span, lanes, order, knownTo } = query;
  return {
    span: isSpan(span) ? span : 'all',
    lanes: LANE_CHOICES.find((choice) => choice === lanes) ?? 'kind',
    // at night what happened last is what matters
    order: order === 'oldest' ? 'oldest' : 'newest',
    ...(typeof knownTo === 'string' && GSS.test(knownTo) ? { knownTo } : {}),
  };
};

type Moment = Readonly<{ day: string; time: string }>;

const queryOf = (parts: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(parts)
    .flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [`&${name}=${encodeURIComponent(value)}`],
    )
    .join('');

/** What each choice keeps of the others in its link. */
export const timelineLinks = (
  { span, lanes, order, knownTo }: TimelineQuery,
  { day, time }: Moment,
): Readonly<{ span: string; lanes: string; order: string }> => {
  const kept = { day, time, knownTo };
  return {
    span: queryOf({ lanes, order, ...kept }),
    lanes: queryOf({ span, order, ...kept }),
    order: queryOf({ span, lanes, ...kept }),
  };
};
