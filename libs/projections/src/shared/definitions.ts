import type { NotificationDefinition } from '@ibex/kernel';

export const categoriesOf = (definitions: readonly NotificationDefinition[]): readonly string[] =>
  definitions.map(({ category }) => category);

/** Notification types by the category of their streams. */
export const byCategory = (
  definitions: readonly NotificationDefinition[],
): ReadonlyMap<string, NotificationDefinition> =>
  new Map(definitions.map((definition) => [definition.category, definition]));
