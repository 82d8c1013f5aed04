import type { CivilDate } from '@ibex/kernel';
import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import { formOf } from '../../frame/form-fields';
import { dayTyped } from '../../frame/typed-times';
import { CATEGORIES } from '../journeys/journey';
import type { Category } from '../journeys/journey';

export const TOLD = '/console/tell/told';

export const STATES = ['open', 'over', 'corrected', 'recalled'] as const;
export type State = (typeof STATES)[number];

/** Which of what was told is asked for. Nothing in it is personal: it stands in the address. */
export type ToldAsked = Readonly<{
  about?: Category;
  state?: State;
  since?: CivilDate;
  /** Reference of the record of one child. */
  record?: string;
  cursor?: string;
  /** The date as it was typed, to fill the field in again, and what is wrong with it. */
  typed: string;
  /** A child's number as it was typed, where nothing was told of such a child. */
  localId?: string;
  faults?: FormFaults;
}>;

const MOST_OF_A_CURSOR = 400;
const REFERENCE = /^[\w-]{1,100}$/;

const sinceIn = (typed: string): Pick<ToldAsked, 'since' | 'faults'> => {
  if (typed === '') return {};
  const since = dayTyped(typed);
  return since === undefined
    ? {
        faults: faultsOf({
          since: 'Enter a real date, for example 29/3/2026. Leave it empty for all of it.',
        }),
      }
    : { since };
};

/** What stands in the address; what is not understood is as if it were not there. */
export const toldAsked = (query: unknown): ToldAsked => {
  const form = formOf(query);
  const about = CATEGORIES.find((each) => each === form.text('about'));
  const state = STATES.find((each) => each === form.text('state'));
  const [typed, cursor, record] = [form.text('since'), form.text('cursor'), form.text('record')];
  return {
    ...(about === undefined ? {} : { about }),
    ...(state === undefined ? {} : { state }),
    ...(REFERENCE.test(record) ? { record } : {}),
    ...(cursor === '' || cursor.length > MOST_OF_A_CURSOR ? {} : { cursor }),
    typed,
    ...sinceIn(typed),
  };
};

export const isNarrowed = ({ about, state, since, record }: ToldAsked): boolean =>
  [about, state, since, record].some((part) => part !== undefined);

/** The address of the same list, from a cursor on; without one, from its beginning. */
export const toldPath = (
  { about, state, since, record }: Omit<ToldAsked, 'typed'>,
  cursor?: string,
): string => {
  const asked = Object.entries({ about, state, since, record, cursor }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const query = new URLSearchParams(asked.map(([name, value]) => [name, value])).toString();
  return query === '' ? TOLD : `${TOLD}?${query}`;
};
