import type { Visit } from '../../frame/visit';

/** What lists are read for: by those who act on them as the exchange takes it; by those who only watch, to watch. */
export const purposeOf = ({ roles }: Pick<Visit, 'roles'>): Readonly<{ 'IBEX-Purpose'?: 'assurance' }> =>
  roles.every((role) => role === 'governance') ? { 'IBEX-Purpose': 'assurance' } : {};
