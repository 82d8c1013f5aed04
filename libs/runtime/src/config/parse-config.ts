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

/** Texts become what each class declares, defaults stand in the class; what is not right is gathered until `check`. */
export class SettingsReader {
  private readonly faults: string[] = [];

  constructor(private readonly source: Readonly<Record<string, string | undefined>>) {}

  /** Frozen. Not to be used before `check` was called. */
  read<T extends object>(settings: new () => T): Readonly<T> {
    const config = plainToInstance(settings, declared(this.source), {
      enableImplicitConversion: true,
      exposeDefaultValues: true,
    });
    for (const { property, constraints } of validateSync(config, OPTIONS))
      this.faults.push(`${property}: ${Object.values(constraints ?? {}).join(', ')}`);
    return Object.freeze(config);
  }

  /** Throws IbexError `config/not-valid` that names every fault at once, never a value. */
  check(): void {
    const { faults } = this;
    if (faults.length > 0)
      throw new IbexError('config/not-valid', `settings not right:\n  ${faults.join('\n  ')}`);
  }
}

/** Settings of one class, parsed once. Throws IbexError `config/not-valid` that names every fault at once. */
export const parseConfig = <T extends object>(
  settings: new () => T,
  source: Readonly<Record<string, string | undefined>>,
): Readonly<T> => {
  const reader = new SettingsReader(source);
  const config = reader.read(settings);
  reader.check();
  return config;
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
