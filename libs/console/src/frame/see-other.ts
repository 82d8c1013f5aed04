/** Where the browser goes next. */
export type SeeOther = Readonly<{ url: string; statusCode: 303 }>;

const OWN_PATH = /^\/console(?:[/?#]|$)/;

/** Throws RangeError for anything but a path of the console: nobody is led away by a link that somebody made up. */
export const seeOther = (path: string): SeeOther => {
  if (OWN_PATH.test(path) && !path.includes('\\')) return { url: path, statusCode: 303 };
  throw new RangeError('the console sends nobody outside of itself');
};
