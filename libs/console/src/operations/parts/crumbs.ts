type Crumb = Readonly<{ text: string; href?: string }>;

const HOME: Crumb = { text: 'Operations', href: '/console/operations' };

/** What every page of the area has: its title, and the way to it. */
export const headed = (title: string, ...between: readonly Crumb[]) => ({
  title,
  crumbs: [HOME, ...between, { text: title }],
});
