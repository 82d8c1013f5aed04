/** A copy that leaves out some fields. */
export function without<T extends object, K extends keyof T>(from: T, ...names: readonly K[]): Omit<T, K>;
export function without(from: object, ...names: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)));
}
