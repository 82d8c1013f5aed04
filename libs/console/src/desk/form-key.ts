import { randomUUID } from 'node:crypto';

/** The name of a post, made when its form is shown: sent twice, it is recorded once. */
export const newKey = (): string => `desk-${randomUUID()}`;
