import type { Indicator } from './picture';

/** How an indicator stands in the guide for practitioners: in the very words of the answer. */
export const guideTo = ({ title, name, window, definition }: Indicator): string =>
  `### ${title}\n\n${definition}\n\n_Looks at:_ ${window} _In the answer:_ \`${name}\`.\n`;
