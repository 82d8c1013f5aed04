const WHOLE_NUMBER = /^-?\d{1,15}$/;
/** Handled for every view by the shell; no query class has to name it. */
const OF_THE_SHELL = 'atLeast';

const fromText = (type: unknown, text: unknown): unknown => {
  if (type === Number && typeof text === 'string' && WHOLE_NUMBER.test(text)) return Number(text);
  if (type === Boolean && (text === 'true' || text === 'false')) return text === 'true';
  return text;
};

/** A query's texts as the numbers and flags that its class declares. What does not fit stays text and is refused later. */
export const toQuery = (dto: new () => object, query: unknown): unknown =>
  typeof query === 'object' && query !== null
    ? Object.fromEntries(
        Object.entries(query)
          .filter(([name]) => name !== OF_THE_SHELL)
          .map(([name, text]) => [
            name,
            fromText(Reflect.getMetadata('design:type', dto.prototype as object, name), text),
          ]),
      )
    : query;
