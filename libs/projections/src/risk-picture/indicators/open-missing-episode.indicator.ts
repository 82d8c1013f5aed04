import { absence } from '../absence';
import { episodesOf, startTextOf } from '../episodes';
import type { Episode } from '../episodes';
import type { Finding, Indicator, Picture } from '../picture';

const valueOf = (episode: Episode, picture: Picture) => {
  const by = [...new Set(episode.notices.map(({ source }) => picture.nameOf(source)))].join(', ');
  return { label: 'last seen', on: startTextOf(episode), text: `reported by ${by}` };
};

const of = (picture: Picture): Finding => {
  const episodes = episodesOf(picture.facts);
  const open = episodes.filter(({ state }) => state === 'open');
  if (open.length > 0)
    return {
      state: 'found',
      says: 'Missing now, as far as is on record.',
      values: open.map((episode) => valueOf(episode, picture)),
      facts: open.flatMap(({ facts }) => facts),
    };
  const lost = episodes.filter(({ state }) => state === 'no-longer-told');
  if (lost.length > 0)
    return {
      state: 'not-known',
      says: 'Your authority is no longer told of an episode that had not ended when it last heard.',
      values: [],
      facts: lost.flatMap(({ facts }) => facts),
    };
  return absence(picture, ['missing'], 'No missing episode is open.');
};

export const openMissingEpisode: Indicator = {
  name: 'open-missing-episode',
  title: 'Missing now',
  definition:
    'A missing episode, or an absence without authorisation, that was reported and for which nobody has recorded that the child was found, returned, or turned eighteen.',
  window: 'Now.',
  group: 'course',
  notifications: ['missing'],
  of,
};
