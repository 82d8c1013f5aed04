import { addressOf } from '../../frame/asked';
import { codeInWords } from '../../frame/filters';
import { counted, sentence } from '../../frame/cells';
import type { Cell } from '../../frame/cells';
import type { AnswerOf } from '@ibex/sdk';
import { headed } from '../parts/crumbs';

export type Status = AnswerOf<'get', '/v1/status/authorities'>;
type Item = Status['items'][number];
type Feed = Item['feeds'][number];

export const PATH = '/console/operations/completeness';

const STATES: Readonly<Record<Feed['state'], readonly [text: string, colour: string]>> = {
  silent: ['Silent', 'red'],
  'as-usual': ['As usual', 'green'],
  'too-few-to-say': ['Too few to say', 'grey'],
  'never-posted': ['Never posted', 'grey'],
};

const stateCell = (state: Feed['state']): Cell =>
  state === 'silent' || state === 'as-usual'
    ? { tag: STATES[state][0], colour: STATES[state][1] }
    : { hint: STATES[state][0] };

const feedCell = (feed: Feed | undefined): Cell => {
  if (!feed) return { hint: 'None' };
  const { state, usually, daysPosted, lastPostedOn } = feed;
  return {
    lines: [
      stateCell(state),
      ...(usually === undefined ? [] : [{ hint: `usually ${usually}` }]),
      ...(lastPostedOn === undefined ? [] : [{ day: lastPostedOn }]),
      ...(daysPosted === undefined || state === 'never-posted'
        ? []
        : [{ hint: `on ${counted(daysPosted.of30, 'day')} of 30` }]),
    ],
  };
};

const listeningCell = ({ member, hasLiveSubscriptions, channels = [] }: Item): Cell => {
  if (!member) return { tag: 'No member', colour: 'grey' };
  const seen = channels
    .map(({ lastSeenAt, lastDeliveredAt }) => lastSeenAt ?? lastDeliveredAt)
    .filter((at) => at !== undefined);
  const last = seen.sort().at(-1);
  return {
    lines: [
      hasLiveSubscriptions ? `${counted(channels.length, 'channel')} live` : { hint: 'Inbox only' },
      ...(last === undefined ? [] : [{ hint: 'last heard' }, { ago: last }]),
    ],
  };
};

/** Board of who posts and who listens. It counts feeds; nothing of a child is in it. */
export const completenessPage = ({ items, on, upToDate }: Status, silentOnly: boolean) => {
  const types = [
    ...new Set(items.flatMap(({ feeds }) => feeds.map(({ notification }) => notification))),
  ].sort();
  const silent = items.filter(({ feeds }) => feeds.some(({ state }) => state === 'silent')).length;
  return {
    ...headed('Completeness'),
    ...{
      on,
      upToDate,
      silentOnly,
      silent: counted(silent, 'authority has', 'authorities have'),
      anySilent: silent > 0,
    },
    toggle: silentOnly ? PATH : addressOf(PATH, { silent: 'true' }),
    table: {
      caption: silentOnly ? 'Authorities of which a feed is silent' : 'Who posts, and who listens',
      columns: ['Authority', ...types.map((type) => sentence(codeInWords(type))), 'Listening'],
      rows: items.map((item): readonly Cell[] => [
        item.authorityName,
        ...types.map((type) => feedCell(item.feeds.find(({ notification }) => notification === type))),
        listeningCell(item),
      ]),
    },
  };
};
