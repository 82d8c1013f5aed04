import type { Finding, Picture, PictureRecord } from './picture';

const POSTS: Readonly<Record<string, string>> = {
  placement: 'placements',
  move: 'moves',
  missing: 'missing episodes',
  exploitation: 'exploitation concerns',
};
const WHY = {
  'never-posted': 'has never posted',
  silent: 'has fallen silent about',
} as const;

const seesAllOf = ({ sight }: PictureRecord): boolean => sight === 'owner' || sight === 'grant';

const empty = (state: Finding['state'], says: string): Finding => ({ state, says, values: [], facts: [] });

export const notKnown = (says: string): Finding => empty('not-known', says);

/** Why nothing on record does not mean that there was nothing; undefined where it does. */
const doubt = (picture: Picture, notifications: readonly string[]): string | undefined => {
  const whole = picture.records.filter(seesAllOf);
  if (whole.length === 0) return 'Your authority was told of none; whether there is any is not known.';
  if (picture.isPast)
    return 'None had been recorded; how reliably it was posted at that time is not worked out.';
  for (const { owner } of whole)
    for (const notification of notifications) {
      const state = picture.feedOf(owner, notification);
      if (state === 'never-posted' || state === 'silent')
        return `None on record, but ${picture.nameOf(owner)} ${WHY[state]} ${POSTS[notification] ?? notification} here.`;
    }
  return undefined;
};

/**
 * Nothing on record: none, where whoever owns a record that the reader sees whole posts such notices as usual; not known,
 * where it does not, or where the reader sees only what it was told.
 */
export const absence = (picture: Picture, notifications: readonly string[], none: string): Finding => {
  const why = doubt(picture, notifications);
  return why === undefined ? empty('none', none) : notKnown(why);
};
