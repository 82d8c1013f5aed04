import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';

export const categoriesOf = (definitions: readonly NotificationDefinition[]): readonly string[] =>
  definitions.map(({ category }) => category);

/** Notification types by the category of their streams. */
export const byCategory = (
  definitions: readonly NotificationDefinition[],
): ReadonlyMap<string, NotificationDefinition> =>
  new Map(definitions.map((definition) => [definition.category, definition]));

/** The types that tell other authorities anything: supporting parts' own records of their work do not, nor a canary. */
export const tellingOthers = (
  definitions: readonly NotificationDefinition[],
): readonly NotificationDefinition[] =>
  definitions.filter(
    ({ facts, concernsNobody }) =>
      concernsNobody !== true && Object.values<FactDefinition>(facts).some(({ tells }) => 'message' in tells),
  );
