import type { AsideBecause } from '../worker/pair-book.schema';

type Words = Readonly<{ why: string; mend: string }>;

const TELL_MORE =
  'Report the child again with what you know of it: the record is compared again within minutes.';

/** Why a record is not matched as others are, and what its owner can do, as people say it. */
export const SET_ASIDE_WORDS: Readonly<Record<AsideBecause, Words>> = {
  'too-little': {
    why: 'It says too little about the child to find the child by, so it is compared with no other record.',
    mend: `Find out the full name with the date of birth or the home postcode, or the NHS number or UPN. Words such as “Unknown” or “Baby”, and 1 January alone, count as nothing. ${TELL_MORE}`,
  },
  'too-alike': {
    why: 'It looks like too many other records for any one of them to be meant, so it is linked to none of them by how it looks.',
    mend: `Add the NHS number or UPN, which alone tells it apart, or put right a name or date of birth that was only filled in. ${TELL_MORE}`,
  },
  'near-a-crowd': {
    why: 'It looks like a record that looks like too many others, so it is linked to nobody by how it looks unless a person decides.',
    mend: `Decide on the pairs that wait for review, or add the NHS number or UPN. ${TELL_MORE}`,
  },
};
