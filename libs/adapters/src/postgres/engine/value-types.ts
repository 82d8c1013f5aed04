import { types } from 'pg';
import type { CustomTypesConfig } from 'pg';

const WHOLE_NUMBERS: readonly number[] = [types.builtins.INT8, types.builtins.NUMERIC];

const toNumber = (text: string): number => Number(text);

/** Positions, counts and sums come back as numbers, as from the embedded database, not as text. */
export const valueTypes: CustomTypesConfig = {
  getTypeParser: (id, format) => {
    if (format !== 'binary' && WHOLE_NUMBERS.includes(id)) return toNumber;
    return types.getTypeParser(id, format) as (value: string) => unknown;
  },
};
