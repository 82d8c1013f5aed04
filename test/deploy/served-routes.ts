import { METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common';
import type { DynamicModule, Type } from '@nestjs/common';

type Part = Type | DynamicModule;
type Named = Readonly<Record<string, unknown>>;

const listOf = (part: Part, of: 'imports' | 'controllers'): readonly unknown[] => {
  const module = 'module' in part ? part.module : part;
  const declared = (Reflect.getMetadata(
    MODULE_METADATA[of === 'imports' ? 'IMPORTS' : 'CONTROLLERS'],
    module,
  ) ?? []) as readonly unknown[];
  return 'module' in part ? [...declared, ...(part[of] ?? [])] : declared;
};

const pathsOf = (path: unknown): readonly string[] => (Array.isArray(path) ? path : [path]).map(String);

const routesOf = (controller: Type): readonly string[] => {
  const prefixes = pathsOf(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  const methods = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as Named)).map(
    ({ value }) => value as object,
  );
  return methods.flatMap((handler) => {
    if (typeof handler !== 'function' || !Reflect.hasMetadata(METHOD_METADATA, handler)) return [];
    const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
    const rest = pathsOf(Reflect.getMetadata(PATH_METADATA, handler));
    return prefixes.flatMap((prefix) =>
      rest.map((path) => {
        const whole = `/${prefix}/${path}`.replaceAll(/\/+/g, '/').replace(/\/$/, '');
        return `${method} ${whole.replaceAll(/:([A-Za-z]+)/g, '{$1}')}`;
      }),
    );
  });
};

/** Every route, as `POST /v1/placements/{id}/end`, of an app and all that it is made of; nothing of it is started. */
export const routesIn = (app: Part): ReadonlySet<string> => {
  const met = new Set<unknown>();
  const found: string[] = [];
  const walk = (part: Part): void => {
    if (met.has(part)) return;
    met.add(part);
    for (const controller of listOf(part, 'controllers')) found.push(...routesOf(controller as Type));
    for (const each of listOf(part, 'imports')) walk(each as Part);
  };
  walk(app);
  return new Set(found);
};
