import { StreamableFile } from '@nestjs/common';
import { toHtml, toText } from './letter';
import type { Letter } from './letter';

/** Text only where the reader asks for it and not for HTML as well: browsers ask for anything. */
export const wantsText = (accept: string | undefined): boolean =>
  accept?.includes('text/plain') === true && !accept.includes('text/html');

export const toDocument = (letter: Letter, accept: string | undefined): StreamableFile => {
  const asText = wantsText(accept);
  return new StreamableFile(Buffer.from(asText ? toText(letter) : toHtml(letter), 'utf8'), {
    type: `text/${asText ? 'plain' : 'html'}; charset=utf-8`,
    disposition: `inline; filename="letter.${asText ? 'txt' : 'html'}"`,
  });
};
