const essenceOf = (mediaType: string): string => (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();

export const STRUCTURED = 'application/cloudevents+json; charset=utf-8';

const JSON_TYPE = /^[^/]+\/(json|[^/]+\+json)$/;
const TEXT_TYPE = /^text\/|^application\/xml$|\+xml$/;

/** JSON by name or by suffix. CloudEvents JSON format 1.0.2, section 3.1. */
export const isJson = (mediaType: string): boolean => JSON_TYPE.test(essenceOf(mediaType));

export const isText = (mediaType: string): boolean => TEXT_TYPE.test(essenceOf(mediaType));

/** How a record carries its event: told by its content type alone. CloudEvents Kafka binding 1.0.2, section 3. */
export const formOf = (
  contentType: string | undefined,
): 'binary' | 'structured' | 'batch' | 'unknown-format' => {
  const essence = essenceOf(contentType ?? '');
  if (essence === 'application/cloudevents+json') return 'structured';
  if (essence.startsWith('application/cloudevents-batch')) return 'batch';
  return essence.startsWith('application/cloudevents') ? 'unknown-format' : 'binary';
};
