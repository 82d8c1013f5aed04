import type { Handler, Handlers } from './notice';

type Given = Readonly<{ handlers: Handlers; fallback?: Handler }>;

export const handlersByType = ({ handlers, fallback }: Given): ((type: string) => Handler | undefined) => {
  const byType = new Map<string, Handler | undefined>(Object.entries<Handler | undefined>(handlers));
  return (type) => byType.get(type) ?? fallback;
};
