import { choices } from './choices';

/** What the codes of a missing episode mean. */
export const KINDS = choices({
  M: 'Missing: nobody knows where the child is',
  A: 'Away without authorisation: it is known where, but the child should not be there',
});

export const FROM = choices({
  care: 'From care: a placement',
  home: 'From home',
});

export const RISKS = choices({
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  'no-apparent-risk': 'No apparent risk',
});

export const FOUND_BY = choices({
  police: 'Police',
  carer: 'Carer',
  self: 'Came back alone',
  family: 'Family',
  other: 'Somebody else',
});

export const INTERVIEWERS = choices({
  'responsible-authority': 'Our own staff, independent of the placement',
  'host-authority': 'The host authority',
  'commissioned-provider': 'A provider that we asked',
  'other-independent': 'Somebody else who is independent',
});

export const DECLINED_BY = choices({
  child: 'The child',
  'parent-or-carer': 'A parent or carer',
  'not-reached': 'The child could not be reached',
  other: 'Somebody else',
});

export const TRIGGERS = choices({
  'repeat-episodes': 'Repeated episodes',
  'length-of-absence': 'How long the child has been gone',
  'significant-harm': 'Significant harm',
  exploitation: 'Exploitation',
  other: 'Something else',
});

export const MISSING_WITHDRAWN = choices({
  'posted-in-error': 'It was sent by mistake',
  'wrong-child': 'It is about another child',
  duplicate: 'It was told twice',
  'not-missing': 'The child was not missing',
});
