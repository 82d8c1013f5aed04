type Crumb = Readonly<{ text: string; href?: string }>;

const HOME: Crumb = { text: 'Governance', href: '/console/governance' };

/** The way from the area's first page to this one. */
export const trail = (...rest: readonly Crumb[]): readonly Crumb[] => [HOME, ...rest];

/** What every page of the area has: its title, and the way to it. */
export const headed = (title: string, ...between: readonly Crumb[]) => ({
  title,
  crumbs: trail(...between, { text: title }),
});
