import type { FactDefinition, NotificationDefinition } from '@ibex/kernel';

const isOfTheService = ({ ofTheService }: NotificationDefinition): boolean => ofTheService === true;

/** Of those that are about the course of children; what the service records of its own doing is in no view of theirs. */
export const categoriesOf = (definitions: readonly NotificationDefinition[]): readonly string[] =>
  definitions.filter((each) => !isOfTheService(each)).map(({ category }) => category);

/** Notification types by the category of their streams. */
export const byCategory = (
  definitions: readonly NotificationDefinition[],
): ReadonlyMap<string, NotificationDefinition> =>
  new Map(
    definitions
      .filter((each) => !isOfTheService(each))
      .map((definition) => [definition.category, definition]),
  );

/** The types that tell other authorities anything: what a supporting part records of its own work does not. */
export const tellingOthers = (
  definitions: readonly NotificationDefinition[],
): readonly NotificationDefinition[] =>
  definitions.filter(
    (each) =>
      each.concernsNobody !== true &&
      !isOfTheService(each) &&
      Object.values<FactDefinition>(each.facts).some(({ tells }) => 'message' in tells),
  );
