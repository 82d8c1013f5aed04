import type { FormFaults } from './form-faults';
import type { Form } from './form-fields';

/** A form as it is shown: what stands in it, what is wrong with it, and the name of the post that it will make. */
export type Filling = Readonly<{
  key: string;
  entries: Readonly<Record<string, string>>;
  lists: Readonly<Record<string, readonly string[]>>;
  faults?: FormFaults;
}>;

type Lists = Filling['lists'];

/** A form nobody has filled in yet, or one with what is there already. */
export const fresh = (entries: Filling['entries'] = {}, lists: Lists = {}): Filling => ({
  key: crypto.randomUUID(),
  ...{ entries, lists },
});

/** The same form again, as it was typed. `lists`: names of its tick boxes. */
export const shownAgain = (form: Form, faults: FormFaults, lists: readonly string[] = []): Filling => ({
  ...fresh(form.entries, Object.fromEntries(lists.map((name) => [name, form.list(name)]))),
  faults,
});

type Check = readonly [field: string, isRight: boolean, message: string];

/** Messages of those checks that did not hold, the first of each field; undefined where all held. */
export const messagesOf = (...checks: readonly Check[]): Readonly<Record<string, string>> | undefined => {
  const wrong = new Map<string, string>();
  for (const [field, isRight, message] of checks)
    if (!isRight && !wrong.has(field)) wrong.set(field, message);
  return wrong.size === 0 ? undefined : Object.fromEntries(wrong);
};

/** Text that has to be there, and not too long. */
export const needed = (
  form: Form,
  field: string,
  words: Readonly<{ message: string; most: number }>,
): Check => {
  const { length } = form.text(field);
  return length > words.most
    ? [field, false, `Shorten this to ${String(words.most)} characters or fewer`]
    : [field, length > 0, words.message];
};
