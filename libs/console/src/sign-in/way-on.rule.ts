const BASE = 'https://console.invalid';
const HOME = '/console';

/** Where somebody goes on after signing in: a page of the console, or its start. A link can lead nobody anywhere else. */
export const wayOn = (asked: unknown): string => {
  if (typeof asked !== 'string' || !asked.startsWith(HOME) || asked.length > 2_000) return HOME;
  const url = URL.parse(asked, BASE);
  const isOwn = url?.origin === BASE && /^\/console(?:\/|$)/.test(url.pathname);
  if (!isOwn || /^\/console\/(?:sign-in|sign-out|signed-out)/.test(url.pathname)) return HOME;
  return `${url.pathname}${url.search}`;
};
