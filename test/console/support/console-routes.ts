import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { HEADERS_METADATA } from '@nestjs/common/constants.js';
import type { Role } from '@ibex/kernel';
import { AREAS } from '../../../libs/console/src/areas';
import { NOT_A_FORM, OPEN_PAGE, ROLES_OF_PAGE } from '../../../libs/console/src/frame/page.decorators';
import { HomeModule } from '../../../libs/console/src/home/home.module';
import { SignInModule } from '../../../libs/console/src/sign-in/sign-in.module';

/** `path`: with made-up ids; `pattern`: as declared. `roles`: for whom it is; empty where it is open. */
export type ConsoleRoute = Readonly<{
  method: 'GET' | 'POST';
  path: string;
  pattern: string;
  /** Answers with HTML, not by sending the browser on, with a file or a stream. */
  isPage: boolean;
  isOpen: boolean;
  isForm: boolean;
  roles: readonly Role[];
}>;

const listIn = (name: string, target: object): readonly unknown[] => {
  const said: unknown = Reflect.getMetadata(name, target);
  return Array.isArray(said) ? said : [];
};

/** A module and those that it imports, dynamic ones too. */
const controllersOf = (module: unknown): readonly (new () => object)[] => {
  const isDynamic = typeof module === 'object' && module !== null;
  const target: unknown = isDynamic ? Reflect.get(module, 'module') : module;
  const own = typeof target === 'function' ? listIn('controllers', target) : [];
  const inside = typeof target === 'function' ? listIn('imports', target) : [];
  const given: unknown = isDynamic ? Reflect.get(module, 'controllers') : [];
  return [
    ...(own as readonly (new () => object)[]),
    ...((given ?? []) as readonly (new () => object)[]),
    ...inside.flatMap(controllersOf),
  ];
};

const oneOf = (name: string, targets: readonly object[]): unknown =>
  targets.map((target): unknown => Reflect.getMetadata(name, target)).find((value) => value !== undefined);

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;

/** As `@Page()` has it. */
const saysHtml = (handler: object): boolean =>
  JSON.stringify(listIn(HEADERS_METADATA, handler)).includes('text/html');

const routesOf = (controller: new () => object): readonly ConsoleRoute[] => {
  const base = String(Reflect.getMetadata('path', controller) ?? '');
  const handlers = Object.getOwnPropertyNames(controller.prototype)
    .map((name): unknown => Reflect.get(controller.prototype, name))
    .filter((value): value is object => typeof value === 'function' && Reflect.hasMetadata('method', value));
  return handlers.map((handler) => {
    const targets = [handler, controller];
    const isOpen = oneOf(OPEN_PAGE, targets) === true;
    const pattern = joined('console', base, String(Reflect.getMetadata('path', handler)));
    return {
      method: Reflect.getMetadata('method', handler) === RequestMethod.POST ? 'POST' : 'GET',
      ...{ pattern, path: pattern.replaceAll(/:\w+/g, '1'), isPage: saysHtml(handler) },
      isOpen,
      isForm: oneOf(NOT_A_FORM, targets) !== true,
      roles: isOpen ? [] : ((oneOf(ROLES_OF_PAGE, targets) ?? []) as readonly Role[]),
    };
  });
};

/** Every route of the console, as its controllers declare them, with made-up ids. */
export const consoleRoutes = (): readonly ConsoleRoute[] =>
  [SignInModule, HomeModule, ...AREAS].flatMap(controllersOf).flatMap(routesOf);
