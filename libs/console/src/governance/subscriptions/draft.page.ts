import { headed } from '../parts/crumbs';
import { fresh } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import type { Draft } from './draft';
import { STEPS } from './draft.rules';
import type { Step } from './draft.rules';
import { testShown } from './filter-test.page';
import type { FilterTest } from './filter-test.page';
import * as words from './subscription.words';
import { PATH, SUBSCRIPTIONS_CRUMB } from './subscriptions.page';

const HEADINGS: Readonly<Record<Step, string>> = {
  channel: 'How are entries to reach you?',
  details: 'Name and address',
  filter: 'What do you want to be told here?',
  check: 'Check your answers',
};

export const draftPath = (id: string, step: string): string => `${PATH}/drafts/${id}/${step}`;

const itemsOf = (texts: Readonly<Record<string, string>>, hints: Readonly<Record<string, string>> = {}) =>
  Object.entries(texts).map(([value, text]) => ({
    value,
    text,
    ...(hints[value] ? { hint: hints[value] } : {}),
  }));

const CHOICES = {
  channels: itemsOf(words.CHANNELS, words.CHANNEL_HINTS),
  types: itemsOf(words.FILTER_TYPES),
  directions: itemsOf(words.FILTER_DIRECTIONS),
  capacities: itemsOf(words.FILTER_CAPACITIES),
  urgencies: itemsOf(words.FILTER_URGENCIES),
};

const shown = (number: number | undefined): string => (number === undefined ? '' : String(number));

export const FILTER_LISTS = ['types', 'directions', 'capacities', 'urgencies'];

/** The form of a step as the draft has it. */
export const fillingOf = (step: Step, draft: Draft): Filling => {
  const { filter, channel, name, target, desk, payload, signing, every, hour, startsAt } = draft;
  if (step === 'channel') return fresh({ channel });
  if (step === 'details')
    return fresh({ name, target, desk, payload, signing, every, hour: String(hour), startsAt });
  if (step === 'check') return fresh();
  const { types = [], directions = [], capacities = [], urgencies = [] } = filter;
  const ages = { agesFrom: shown(filter.agesFrom), agesTo: shown(filter.agesTo) };
  return fresh(ages, { types, directions, capacities, urgencies });
};

const rowsOf = (draft: Draft, id: string) => {
  const { channel, subscription } = draft;
  if (channel === '') return [];
  const details = draftPath(id, 'details');
  return [
    {
      key: 'How it reaches you',
      value: words.CHANNELS[channel],
      ...(subscription === undefined ? { href: draftPath(id, 'channel') } : {}),
    },
    { key: 'Name', value: draft.name, href: details },
    ...(draft.target === '' ? [] : [{ key: 'Where to', value: { mono: draft.target }, href: details }]),
    ...(words.gathers(channel)
      ? [{ key: 'How often', value: words.cadenceInWords({ cadence: draft }), href: details }]
      : []),
    ...(channel === 'bus'
      ? []
      : [{ key: 'What passes', value: words.filterInWords(draft.filter), href: draftPath(id, 'filter') }]),
    ...(subscription === undefined
      ? [
          {
            key: 'Begins',
            value: draft.startsAt === 'now' ? 'With the next entry' : 'With the first entry of your mailbox',
            href: details,
          },
        ]
      : []),
  ];
};

type More = Readonly<{ form: Filling; desks: readonly string[]; test?: FilterTest | undefined }>;

export const stepPage = (draft: Draft, id: string, step: Step, { form, desks, test }: More) => ({
  ...headed(HEADINGS[step], SUBSCRIPTIONS_CRUMB),
  ...{ form, draft, step, choices: CHOICES, isChange: draft.subscription !== undefined },
  number: STEPS.indexOf(step) + 1,
  steps: STEPS.length,
  action: draftPath(id, step),
  discard: draftPath(id, 'discard'),
  target: draft.channel === '' ? undefined : words.TARGETED[draft.channel],
  gathers: draft.channel !== '' && words.gathers(draft.channel),
  desks: [{ value: '', text: 'None' }, ...desks.map((desk) => ({ value: desk, text: desk }))],
  rows: rowsOf(draft, id),
  mustConfirm: draft.channel !== 'bus' && words.mayHideUrgent(draft.filter),
  test: test && testShown(test),
});
