import { readFile } from 'node:fs/promises';
import { BusUnavailable } from '@ibex/kernel';

/** Content of a file that a setting names. Throws BusUnavailable with the setting's name, the file's and the mend. */
export const readNamed = async (setting: string, file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new BusUnavailable('bus/access-denied', `${setting}: the file ${file} cannot be read`, { cause });
  }
};

/** The same without the line's end that editors add. */
export const readSecret = async (setting: string, file: string): Promise<string> =>
  (await readNamed(setting, file)).replace(/\r?\n$/, '');
