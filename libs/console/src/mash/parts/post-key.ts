import { randomUUID } from 'node:crypto';
import type { Form } from '../../frame/form-fields';

export const newKey = (): string => randomUUID();

/** The name that a form was shown with, so that sending it twice records it once. */
export const keyIn = ({ text }: Pick<Form, 'text'>): string => {
  const key = text('key');
  return key === '' ? newKey() : key;
};
