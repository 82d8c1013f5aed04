const BASE = 'https://console.invalid';
const HOME = '/console';
/** What a browser would take for an address of its own making is none. */
const PATH = /^\/console[\x21-\x5b\x5d-\x7e]{0,2000}$/;

/** Where somebody goes on after signing in: a page of the console, or its start. A link can lead nobody anywhere else. */
export const wayOn = (asked: unknown): string => {
  if (typeof asked !== 'string' || !PATH.test(asked)) return HOME;
  const url = URL.parse(asked, BASE);
  const isOwn = url?.origin === BASE && /^\/console(?:\/|$)/.test(url.pathname);
  if (!isOwn || /^\/console\/(?:sign-in|sign-out|signed-out)/.test(url.pathname)) return HOME;
  return `${url.pathname}${url.search}`;
};
