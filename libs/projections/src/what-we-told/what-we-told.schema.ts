import type { ViewSchema } from '@ibex/kernel';
import type { ToldState } from './what-we-told.states';

/** A fact that an authority told on a notice about a child. Instants and dates as text. */
export type ToldFactRow = Readonly<{
  position: number;
  factId: string;
  /** Where in the log the notice begins. */
  begins: number;
  stream: string;
  notification: string;
  kind: string;
  /** Who told it, and in which role. */
  authority: string;
  role: string;
  recordRef: string | null;
  /** Authority whose record it is. */
  owner: string;
  occurredAt: string;
  recordedAt: string;
  state: ToldState;
}>;

/** How far the entry of one recipient has come: when it was delivered, opened, taken on. */
export type ToldStepRow = Readonly<{
  factId: string;
  authority: string;
  deliveredAt: string | null;
  openedAt: string | null;
  acknowledgedAt: string | null;
}>;

/** A recipient without a mailbox, which the sender (`owner`) tells by other means. */
export type ToldTaskRow = Readonly<{
  factId: string;
  recipient: string;
  owner: string;
  /** `joined`: it reads its mailbox by now, and finds the notice there. */
  state: 'open' | 'done' | 'joined';
}>;

export type WhatWeToldTables = Readonly<{
  toldFacts: ToldFactRow;
  toldSteps: ToldStepRow;
  toldTasks: ToldTaskRow;
}>;

export const WHAT_WE_TOLD_SCHEMA: ViewSchema = {
  name: 'what-we-told',
  version: 2,
  tables: [
    {
      name: 'toldFacts',
      columns: {
        position: 'integer',
        factId: 'text',
        begins: 'integer',
        stream: 'text',
        notification: 'text',
        kind: 'text',
        authority: 'text',
        role: 'text',
        recordRef: 'text',
        owner: 'text',
        occurredAt: 'text',
        recordedAt: 'text',
        state: 'text',
      },
      primaryKey: ['position'],
      indexes: [
        ['authority', 'position'],
        ['authority', 'notification', 'position'],
        ['authority', 'state', 'position'],
        ['authority', 'recordRef', 'position'],
        ['begins'],
        ['factId'],
      ],
      sight: [{ column: 'authority' }],
    },
    {
      name: 'toldSteps',
      columns: {
        factId: 'text',
        authority: 'text',
        deliveredAt: 'text',
        openedAt: 'text',
        acknowledgedAt: 'text',
      },
      primaryKey: ['factId', 'authority'],
      sight: [{ table: 'toldFacts', on: ['factId'], column: 'authority' }],
    },
    {
      name: 'toldTasks',
      columns: { factId: 'text', recipient: 'text', owner: 'text', state: 'text' },
      primaryKey: ['factId', 'recipient'],
      sight: [{ column: 'owner' }],
    },
  ],
};
