/**
 * As `npm start` has it. Young memory kept small, so that an idle exchange stays under 180 MiB. One helper for the garbage
 * collector, not four whatever the machine has: on two processors those took both of them from requests for 100 ms.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=8', '--v8-pool-size=1'];
