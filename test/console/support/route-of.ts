import { consoleRoutes } from './console-routes';
import type { ConsoleRoute } from './console-routes';

const routes = consoleRoutes();

const literals = (pattern: string): number =>
  pattern.split('/').filter((part) => !part.startsWith(':')).length;

const matches = (pattern: string, path: string): boolean => {
  const [wanted, asked] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === asked.length &&
    wanted.every((part, at) => part === asked[at] || (part.startsWith(':') && asked[at] !== ''))
  );
};

/** By which route an address is answered: of several that fit, the one that says most. */
export const routeOf = (method: ConsoleRoute['method'], path: string): ConsoleRoute | undefined =>
  routes
    .filter((route) => route.method === method && matches(route.pattern, path))
    .toSorted((one, other) => literals(other.pattern) - literals(one.pattern))[0];
