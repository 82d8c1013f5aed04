import { ageOn, isCivilDate } from '@ibex/kernel';
import type { CivilDate } from '@ibex/kernel';
import type { Child } from './answers';

export type ChildWords = Readonly<{
  /** `OBI, Ada`-like order without shouting: `Obi, Ada`. */
  name: string;
  /** Whether that is a name at all. */
  isNamed: boolean;
  born?: CivilDate;
  age?: number;
}>;

const isText = (part: string | undefined): part is string => part !== undefined && part !== '';

/** Who a line is about, by surname as registers are kept; `otherwise` where nobody is named. */
export const childInWords = (child: Child | undefined, on: CivilDate, otherwise: string): ChildWords => {
  const name = [child?.surname, child?.forename].filter(isText).join(', ');
  const born = child?.dateOfBirth;
  const known = born !== undefined && isCivilDate(born) ? { born, age: ageOn(born, on) } : {};
  return { name: name === '' ? otherwise : name, isNamed: name !== '', ...known };
};
