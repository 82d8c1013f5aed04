import type { Answers, Step } from '../questions/question';
import type { Body } from '../questions/body-of';

export const CATEGORIES = ['placement', 'move', 'missing', 'exploitation'] as const;
export type Category = (typeof CATEGORIES)[number];
export type SendingRole = 'placing-practitioner' | 'duty-desk' | 'mash';

/** Where a place was looked up, and what the exchange said. `side`: the postcode that it was found by. */
export type Found = Readonly<{ postcode: string; tableLoaded: boolean; authorities: readonly string[] }>;

/** A fact of a notice, as far as a telling that goes on from it looks at it. */
export type NoticeFact = Readonly<{
  type: string;
  data: Readonly<Record<string, unknown>>;
  personal?: Readonly<Record<string, unknown>>;
}>;

/** Who is asked: what depends on the authority that tells. */
export type Teller = Readonly<{ authority: string; found?: Found | undefined }>;

/** Something that a person may tell, step by step. */
export type Journey = Readonly<{
  /** Stands in addresses. */
  name: string;
  /** Name of the action at the exchange. */
  action: string;
  category: Category;
  /** Opens a notice; else it is told on one that is there. */
  opens: boolean;
  title: string;
  /** On the button that sends it. */
  sends: string;
  roles: readonly SendingRole[];
  steps: readonly Step[];
  /** Name of the question that holds the postcode by which the host is found. */
  postcode?: string;
  /** What the answers alone do not say: the host in the exchange’s own fields. */
  finish?: (body: Body, answers: Answers, teller: Teller) => Body;
  /** On a notice: which of its facts make it worth offering. `types`: of the facts so far. */
  offered?: (types: readonly string[]) => boolean;
  /** On a notice: for the authority alone whose notice it is. */
  ours?: true;
  /** On a notice: what was said on it before, to be gone through again. */
  begun?: (facts: readonly NoticeFact[]) => Answers;
}>;
