export { SubscriptionRoutesModule, SubscriptionsModule } from './subscriptions.module';
export { subscriptionDefinition } from './domain/subscription.definition';
export { subscriptionsProjection } from './view/subscriptions.projection';
export { directionsOf } from './filter/directions.rule';
export { heldBackBy, mayHideUrgent, passes } from './filter/filter.rule';
export type { EntryTraits, FilterPart } from './filter/filter.rule';
