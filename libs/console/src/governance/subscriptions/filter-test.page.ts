import type { AnswerOf } from '@ibex/sdk';
import type { Cell } from '../../frame/cells';
import { counted } from '../../frame/cells';
import { headed } from '../parts/crumbs';
import { messageInWords, urgencyColour } from '../parts/words';
import type { Subscription } from './subscription.words';
import { PATH, SUBSCRIPTIONS_CRUMB } from './subscriptions.page';

export type FilterTest = AnswerOf<'post', '/v1/subscriptions/test'>;
export const LOOK_AT = 100;

const HOLDS: Readonly<Record<FilterTest['entries'][number]['heldBackBy'][number], string>> = {
  types: 'kind of notice',
  directions: 'direction',
  capacities: 'as whom you are told',
  urgencies: 'urgency',
  ages: 'age',
  categories: 'codes',
};

const rowOf = ({
  sequence,
  recordedAt,
  message,
  from,
  urgency,
  passes,
  heldBackBy,
}: FilterTest['entries'][number]): readonly Cell[] => [
  String(sequence),
  { when: recordedAt },
  { lines: [messageInWords(message), { before: 'from', boroughs: [from] }] },
  { tag: urgency.charAt(0).toUpperCase() + urgency.slice(1), colour: urgencyColour(urgency) },
  passes
    ? { tag: 'Passes', colour: 'green' }
    : {
        lines: [
          { tag: 'Held back', colour: 'grey' },
          { hint: `by ${heldBackBy.map((part) => HOLDS[part]).join(', ')}` },
        ],
      },
];

/** What a filter would have done with the latest entries, the newest first. */
export const testShown = ({ looked, passing, heldBack, urgentHeldBack, entries }: FilterTest) => ({
  looked,
  summary: `Of your last ${counted(looked, 'entry', 'entries')} ${passing === 0 ? 'none' : String(passing)} would have passed and ${heldBack === 0 ? 'none' : String(heldBack)} would have been held back.`,
  warning:
    urgentHeldBack === 0
      ? undefined
      : `${counted(urgentHeldBack, 'urgent notice', 'urgent notices')} would not have come here, only to the inbox.`,
  table: {
    caption: 'Entry by entry, the newest first',
    captionClasses: 'govuk-table__caption--s',
    columns: ['Entry', 'Recorded', 'What', 'Urgency', 'Here'],
    rows: entries.toReversed().map(rowOf),
  },
});

export const testPage = (one: Subscription, test: FilterTest) => ({
  ...headed('Which of the last entries pass', SUBSCRIPTIONS_CRUMB, {
    text: one.name,
    href: `${PATH}/${one.id}`,
  }),
  test: testShown(test),
});
