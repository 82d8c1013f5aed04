import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';

export const categoriesOf = (definitions: readonly NotificationDefinition[]): readonly string[] =>
  definitions.map(({ category }) => category);

/** Notification types by the category of their streams. */
export const byCategory = (
  definitions: readonly NotificationDefinition[],
): ReadonlyMap<string, NotificationDefinition> =>
  new Map(definitions.map((definition) => [definition.category, definition]));

/** The types that tell other authorities anything: what a supporting part records of its own work does not. */
export const tellingOthers = (
  definitions: readonly NotificationDefinition[],
): readonly NotificationDefinition[] =>
  definitions.filter(
    ({ facts, concernsNobody, ofTheService }) =>
      concernsNobody !== true &&
      ofTheService !== true &&
      Object.values<FactDefinition>(facts).some(({ tells }) => 'message' in tells),
  );
