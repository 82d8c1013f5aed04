/** A posted form: the last value of a field that came twice, unless a list is asked for. */
export type Form = Readonly<{
  text: (name: string) => string;
  list: (name: string) => readonly string[];
  /** Everything but what the frame put there, to fill the form in again. */
  entries: Readonly<Record<string, string>>;
}>;

const isText = (value: unknown): value is string => typeof value === 'string';

const listOf = (value: unknown): readonly string[] => {
  if (isText(value)) return value === '' ? [] : [value.trim()];
  return Array.isArray(value) ? value.filter(isText).map((each) => each.trim()) : [];
};

const OF_THE_FRAME: ReadonlySet<string> = new Set(['csrf', 'key']);

/** What somebody typed, without the space around it; nothing is a field that was not posted. */
export const formOf = (body: unknown): Form => {
  const posted: ReadonlyMap<string, unknown> = new Map(
    Object.entries(typeof body === 'object' && body !== null ? body : {}),
  );
  const text = (name: string): string => listOf(posted.get(name)).at(-1) ?? '';
  return {
    text,
    list: (name) => listOf(posted.get(name)).filter((each) => each !== ''),
    entries: Object.fromEntries(
      [...posted.keys()].filter((name) => !OF_THE_FRAME.has(name)).map((name) => [name, text(name)]),
    ),
  };
};
