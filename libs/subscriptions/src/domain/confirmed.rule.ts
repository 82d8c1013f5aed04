import type { Confirmation } from './subscription.events';

/** Whether a person took it on, and not a system. */
export const isConfirmed = (confirmation: Confirmation | undefined): confirmation is Confirmation =>
  confirmation !== undefined && confirmation.role !== 'system-client';
