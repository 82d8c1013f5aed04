import { authority, choice, text } from '../questions/fields';
import { listOf, textOf } from '../questions/question';
import type { Answers, Choice, Step } from '../questions/question';
import type { Body } from '../questions/body-of';
import { OUTSIDE_ENGLAND } from '../labels/ssda903.labels';
import type { Found } from './journey';
import { postcode } from './parts';

/** How the host is told: found by its postcode, chosen by hand, outside England, or not known. */
export const HOST_HOW = 'hostHow';
export const HOST_NAMED = 'hostNamed';
export const HOST_OUTSIDE = 'hostOutside';

const OTHERWISE: readonly Choice[] = [
  { value: 'named', text: 'I will choose the authority' },
  { value: 'outside', text: 'Outside England' },
  {
    value: 'unknown',
    text: 'It is not known',
    hint: 'Nobody is told there, and finding out stays your task',
  },
];

/** The authorities that a postcode lies in come first, each as an answer of its own. */
export const hostChoices = (found: Found | undefined, nameOf: (gss: string) => string): readonly Choice[] => [
  ...(found?.authorities ?? []).map((gss) => ({ value: gss, text: nameOf(gss) })),
  ...OTHERWISE,
];

/** Said above the answers: what the postcode led to. */
export const hostLead = (found: Found | undefined): string => {
  if (!found) return 'You gave no postcode, so choose the authority yourself.';
  if (!found.tableLoaded) return 'No table of postcodes is loaded here, so choose the authority yourself.';
  const { length } = found.authorities;
  if (length === 0) return 'The postcode is not in the table, so check it or choose the authority yourself.';
  return length === 1
    ? 'We found this authority by the postcode. Check that it is right.'
    : 'The postcode lies in one of these authorities: the table is older than their reorganisation.';
};

type HostWords = Readonly<{
  /** `host` or another field of the body that names the authority. */
  field: string;
  /** Flag of the body that says that it is not known. */
  unknown: string;
  postcode: string;
  address?: string;
  title: string;
  hostTitle: string;
  when?: (answers: Answers) => boolean;
}>;

/** Where, in which authority that is and, where it has to be chosen by hand, which one. */
export const hostSteps = (host: HostWords): readonly Step[] => {
  const isMeant = host.when ?? (() => true);
  const when = { when: isMeant };
  const how = (chosen: string) => (answers: Answers) =>
    isMeant(answers) && textOf(answers, HOST_HOW) === chosen;
  const address =
    host.address === undefined ? [] : [text(host.address, 'Address', { max: 500, optional: true })];
  const about = [host.field, host.unknown];
  const { hostTitle: title } = host;
  return [
    {
      ...{ id: 'where', title: host.title, ...when },
      questions: [postcode(host.postcode, 'Postcode'), ...address],
    },
    {
      ...{ id: 'host', title, part: 'host', ...when },
      questions: [choice(HOST_HOW, title, OTHERWISE, { steers: true, about })],
    },
    {
      ...{ id: 'host-named', title: 'Which authority?', when: how('named') },
      questions: [authority(HOST_NAMED, 'Which authority?', { steers: true })],
    },
    {
      ...{ id: 'host-outside', title: 'Which country?', when: how('outside') },
      questions: [choice(HOST_OUTSIDE, 'Which country?', OUTSIDE_ENGLAND, { steers: true })],
    },
  ];
};

/** The host as the exchange wants it said. */
export const withHost = (
  body: Body,
  answers: Answers,
  { field, unknown }: Readonly<{ field: string; unknown: string }>,
): Body => {
  const how = textOf(answers, HOST_HOW);
  if (how === '') return body;
  if (how === 'unknown') return { ...body, [unknown]: true };
  if (how === 'named') return { ...body, [field]: textOf(answers, HOST_NAMED) };
  if (how === 'outside') return { ...body, [field]: textOf(answers, HOST_OUTSIDE) };
  return { ...body, [field]: listOf(answers, HOST_HOW).at(-1) };
};
