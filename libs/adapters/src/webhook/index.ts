export { isPublicAddress } from './guard/special-addresses';
export { toTargetUrl } from './guard/target-url.rule';
export type { TargetFault } from './guard/target-url.rule';
export { GuardedPoster } from './post/guarded-post';
export type { Answered, Outgoing, PosterOptions } from './post/guarded-post';
export { BlockedAddress } from './post/post-fault';
