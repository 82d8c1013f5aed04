import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { IbexError } from '@ibex/kernel';

const OPTIONS = { forbidUnknownValues: true, validationError: { target: false, value: false } } as const;

/** Only what the class declares, as text; an empty setting is a missing one. */
const declared = (source: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(source).flatMap(([name, text]) =>
      text === undefined || text === '' ? [] : [[name, text]],
    ),
  );

/**
 * Settings parsed once: texts become what the class declares, defaults stand in the class. Throws IbexError
 * `config/not-valid` that names every fault at once, never a value. The result is frozen.
 */
export const parseConfig = <T extends object>(
  settings: new () => T,
  source: Readonly<Record<string, string | undefined>>,
): Readonly<T> => {
  const config = plainToInstance(settings, declared(source), {
    enableImplicitConversion: true,
    exposeDefaultValues: true,
  });
  const faults = validateSync(config, OPTIONS).map(
    ({ property, constraints }) => `${property}: ${Object.values(constraints ?? {}).join(', ')}`,
  );
  if (faults.length > 0)
    throw new IbexError('config/not-valid', `settings not right:\n  ${faults.join('\n  ')}`);
  return Object.freeze(config);
};

/** A secret from a file, without the line break at its end. Throws IbexError `config/secret-unreadable`. */
export const readSecret = (setting: string, path: string): string => {
  try {
    const secret = readFileSync(path, 'utf8').trimEnd();
    if (secret !== '') return secret;
  } catch (error) {
    throw new IbexError('config/secret-unreadable', `${setting}: the file cannot be read`, { cause: error });
  }
  throw new IbexError('config/secret-unreadable', `${setting}: the file is empty`);
};
