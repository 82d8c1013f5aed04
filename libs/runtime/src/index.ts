export * from './decision/order';
export * from './intake/intake-action';
export * from './view/projection';
export * from './subscription/reaction';
