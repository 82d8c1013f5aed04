import type { Role } from '@ibex/kernel';
import { hasRole } from '../frame/visit';
import type { Visit } from '../frame/visit';

export type Task = Readonly<{ text: string; href: string; hint: string; roles: readonly Role[] }>;

/** What people come for, the most urgent first. */
const TASKS: readonly Task[] = [
  {
    text: 'See what other authorities have told you',
    href: '/console/desk',
    hint: 'New notices, what is urgent, what waits for an answer, and the hand-over at the end of a shift.',
    roles: ['duty-desk', 'mash', 'placing-practitioner'],
  },
  {
    text: 'Tell an authority',
    href: '/console/tell',
    hint: 'A child placed, moved or missing. You see who will be told, and on which legal basis, before anything is sent.',
    roles: ['placing-practitioner', 'duty-desk', 'mash'],
  },
  {
    text: 'Find a child',
    href: '/console/mash',
    hint: 'Who knows the child, what happened when, and whom to ring. Every look is recorded with your reason.',
    roles: ['mash', 'duty-desk'],
  },
  {
    text: 'Registers and figures',
    href: '/console/registers',
    hint: 'Children placed here by others, yours placed elsewhere, who is missing now, and what is due or late.',
    roles: ['placing-practitioner', 'duty-desk', 'mash', 'governance'],
  },
  {
    text: 'Governance',
    href: '/console/governance',
    hint: 'Who looked at our children, sharing agreements, whom to tell by letter, subscriptions, keys and desks.',
    roles: ['governance', 'duty-desk', 'mash', 'placing-practitioner'],
  },
  {
    text: 'Operations',
    href: '/console/operations',
    hint: 'How the exchange does: members, lag and health, the canary, who has fallen silent, and the calendar.',
    roles: ['operator'],
  },
];

/** The tasks of a person's roles. */
export const homePage = (visit: Pick<Visit, 'roles'>): Readonly<{ tasks: readonly Task[] }> => ({
  tasks: TASKS.filter(({ roles }) => hasRole(visit, ...roles)),
});
