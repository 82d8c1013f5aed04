/** Where the owner reads a notice: `placement-<id>` is at `/v1/notices/by-id/placement/<id>`. */
export const noticePath = (stream: string): string => {
  const hyphen = stream.indexOf('-');
  return `/v1/notices/by-id/${stream.slice(0, hyphen)}/${stream.slice(hyphen + 1)}`;
};
