export { DeliveryModule } from './delivery.module';
export { deliveryDefinition } from './ladder/delivery.definition';
export { taskDefinition } from './tasks/task.definition';
export { tasksProjection } from './tasks/tasks.projection';
export { RouterReaction } from './router/router.reaction';
export type { Addresses, Lane, OtherMeans } from './router/router.reaction';
export { lanesOf } from './router/routers';
export type { InboxMessage } from './inbox/inbox.message';
export { asyncApiOf } from './catalogue/async-api';
