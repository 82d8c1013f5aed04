/** A copy that leaves out some fields. */
export function without<T extends object, K extends keyof T>(from: T, ...names: readonly K[]): Omit<T, K>;
export function without(from: object, ...names: readonly string[]): object {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(from)) if (!names.includes(name)) copy[name] = value;
  return copy;
}
