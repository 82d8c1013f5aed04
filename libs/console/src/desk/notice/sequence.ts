import { NotFoundException } from '@nestjs/common';

const SEQUENCE = /^[1-9]\d{0,14}$/;

/** A number of the mailbox. Throws the one 404: what is no number is no entry either. */
export const toSequence = (text: string): number => {
  if (!SEQUENCE.test(text)) throw new NotFoundException();
  return Number(text);
};
