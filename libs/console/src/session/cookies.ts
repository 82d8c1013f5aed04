/** RFC 6265bis, section 4.1.3.2: with this prefix a browser takes a cookie from this very host over a safe way only. */
export const SESSION_COOKIE = '__Host-ibex';
/** Binds a sign-in under way to the browser that began it. */
export const SIGN_IN_COOKIE = '__Host-ibex-sign-in';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const VALUE = /^[A-Za-z0-9_-]{20,100}$/;

/** Only what we could have set ourselves. */
export const cookieIn = (headers: Headers, name: string): string | undefined => {
  const { cookie } = headers;
  if (typeof cookie !== 'string') return undefined;
  const found = cookie
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1);
  return value !== undefined && VALUE.test(value) ? value : undefined;
};

/** Of this browser session: it goes when the browser does, if not before. */
export const cookie = (name: string, value: string): string =>
  `${name}=${value}; Path=/; HttpOnly; Secure; SameSite=Lax`;

export const noCookie = (name: string): string => `${cookie(name, '')}; Max-Age=0`;
