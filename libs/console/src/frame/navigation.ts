import type { Role } from '@ibex/kernel';
import { hasRole } from './visit';
import type { Visit } from './visit';

type Link = Readonly<{ text: string; href: string; area: string; roles: readonly Role[] }>;

/** Areas in the order in which a shift needs them. */
const LINKS: readonly Link[] = [
  {
    ...{ text: 'Inbox', href: '/console/desk', area: 'desk' },
    roles: ['duty-desk', 'mash', 'placing-practitioner'],
  },
  {
    text: 'Tell an authority',
    href: '/console/tell',
    area: 'tell',
    roles: ['placing-practitioner', 'duty-desk', 'mash'],
  },
  { text: 'Find a child', href: '/console/mash', area: 'mash', roles: ['mash', 'duty-desk'] },
  {
    text: 'Registers',
    href: '/console/registers',
    area: 'registers',
    roles: ['placing-practitioner', 'duty-desk', 'mash', 'governance'],
  },
  {
    // desks and placement teams find here whom to tell by other means, who looked, and what reaches them how
    ...{ text: 'Governance', href: '/console/governance', area: 'governance' },
    roles: ['governance', 'duty-desk', 'mash', 'placing-practitioner'],
  },
  { text: 'Operations', href: '/console/operations', area: 'operations', roles: ['operator'] },
];

export type NavigationLink = Readonly<{ text: string; href: string; current: boolean }>;

/** Links of those areas that a person has a role for; the one that the page belongs to is marked. */
export const navigationOf = (visit: Pick<Visit, 'roles'>, template: string): readonly NavigationLink[] =>
  LINKS.filter(({ roles }) => hasRole(visit, ...roles)).map(({ text, href, area }) => ({
    text,
    href,
    current: template.startsWith(`${area}/`),
  }));
