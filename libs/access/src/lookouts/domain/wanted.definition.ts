import type { NotificationDefinition } from '@ibex/kernel';
import { LOOKOUT_BASIS } from './lookout.definition';
import { WANTED_CATEGORY, isLookoutWanted, noticeOf } from './wanted.events';
import type { LookoutWanted } from './wanted.events';

const DUTY = {
  text: 'Nobody was told by IBEX, because the record is restricted. Ring the police if that was not done, decide which authorities have to look out, and let them know (POST /v1/lookouts). If nobody is to know, there is nothing to do here.',
};

/** That a restricted child is missing and nobody knows of it: a reminder to its owner, which alone decides whom to tell. */
export const wantedDefinition: NotificationDefinition<LookoutWanted> = {
  name: 'lookout-wanted',
  title: 'Whom to tell of a restricted child that is missing',
  category: WANTED_CATEGORY,
  lane: 'urgent',
  ofTheService: true,
  readAt: ({ stream }) => {
    const { category, id } = noticeOf(stream);
    return `/v1/notices/by-id/${category}/${id}`;
  },
  facts: {
    LookoutWanted: {
      version: 1,
      title: 'A restricted child of yours is missing and nobody was told',
      personal: [],
      tells: {
        message: 'uk.ibex.access.lookout-wanted',
        version: 1,
        summary: 'A restricted child of yours is reported missing, and no authority was let know.',
      },
    },
  },
  audience: (fact) =>
    isLookoutWanted(fact)
      ? [
          {
            ...{ authority: fact.data.by, capacity: 'responsible', urgency: 'urgent' },
            ...{ basis: LOOKOUT_BASIS, duty: DUTY },
          },
        ]
      : [],
  deadlines: () => [],
  withheldFromAddressees: () => ['notice'],
  // whoever joins later finds the report itself on its lists
  standingOf: () => 'over',
  refusals: [],
};
