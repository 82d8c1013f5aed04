import { codeInWords } from '../../frame/filters';
import type { SearchAnswer, SearchResult } from '../parts/answers';
import { momentInWords } from '../parts/moments';
import { purposeInWords } from '../parts/purposes';
import type { Identifiers, SearchOrder } from './search.form';

export type ResultShown = Readonly<{
  n: number;
  kind: 'seen' | 'known-to';
  authorityName: string;
  recordRef?: string;
  contact?: string;
  /** As whom the record is seen. */
  as?: string;
  agreed?: string;
  opens: readonly Readonly<{ text: string; from: string; to?: string }>[];
}>;
export type ResultsShown = Readonly<{
  seen: readonly ResultShown[];
  pointed: readonly ResultShown[];
  asked: readonly Readonly<{ label: string; text: string }>[];
  purpose: string;
  reason: string;
}>;

const LABELS: Readonly<Record<keyof Identifiers, string>> = {
  forename: 'First name',
  surname: 'Last name',
  dateOfBirth: 'Date of birth',
  homePostcode: 'Home postcode',
  nhsNumber: 'NHS number',
  upn: 'UPN',
};
const NAMES: readonly (keyof Identifiers)[] = [
  ...(['forename', 'surname', 'dateOfBirth', 'homePostcode', 'nhsNumber', 'upn'] as const),
];
const SIGHTS: Readonly<Record<NonNullable<SearchResult['sight']>, string>> = {
  owner: 'It is your own authority’s record',
  addressee: 'Your authority was told of this child',
  grant: 'You opened it in an emergency',
};

const labelOf = (name: string): string =>
  (NAMES.find((known) => known === name)
    ? LABELS[name as keyof Identifiers]
    : codeInWords(name)
  ).toLowerCase();

const agreedIn = ({ agreedOn }: SearchResult): Pick<ResultShown, 'agreed'> => {
  if (!agreedOn) return {};
  if (agreedOn.length === 0) return { agreed: 'Found by a link to another record of the child' };
  return {
    agreed: `The same: ${agreedOn.map(labelOf).join(', ').replace('nhs', 'NHS').replace('upn', 'UPN')}`,
  };
};

const resultOf = (result: SearchResult): ResultShown => {
  const { n, kind, authorityName, recordRef, contact, sight, relations = [] } = result;
  return {
    ...{ n, kind, authorityName },
    ...(recordRef === undefined ? {} : { recordRef }),
    ...(contact === undefined ? {} : { contact }),
    ...(sight === undefined ? {} : { as: SIGHTS[sight] }),
    ...agreedIn(result),
    opens: relations.map(({ basis, source, from, to }) => ({
      ...{ text: `${basis} (${source})`, from },
      ...(to === undefined ? {} : { to }),
    })),
  };
};

/** What a search found, in three kinds: what opens, whom to ring, or nothing that may be told. */
export const resultsPage = (
  { results }: Pick<SearchAnswer, 'results'>,
  { identifiers, purpose, reason }: SearchOrder,
): ResultsShown => {
  const all = results.map(resultOf);
  return {
    seen: all.filter(({ kind }) => kind === 'seen'),
    pointed: all.filter(({ kind }) => kind === 'known-to'),
    asked: NAMES.flatMap((name) => {
      const text = identifiers[name];
      return text === undefined ? [] : [{ label: LABELS[name], text: momentInWords(text) }];
    }),
    purpose: purposeInWords(purpose),
    reason,
  };
};
