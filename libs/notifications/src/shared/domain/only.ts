/** A plain copy of some fields, without those that were left out. */
export function only<T extends object, K extends keyof T>(from: T, ...names: readonly K[]): Pick<T, K>;
export function only(from: object, ...names: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(from).filter(([name, value]) => value !== undefined && names.includes(name)),
  );
}
