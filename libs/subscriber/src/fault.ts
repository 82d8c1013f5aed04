/** Name or code of what was thrown, whichever realm or library it comes from. */
export const wordIn = (fault: unknown, field: 'name' | 'code'): string | undefined => {
  if (typeof fault !== 'object' || fault === null) return undefined;
  const value: unknown = Reflect.get(fault, field);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Name and code of what was thrown, without its text. */
export const faultName = (fault: unknown): string =>
  [wordIn(fault, 'name') ?? typeof fault, wordIn(fault, 'code')].filter(Boolean).join(' ');
