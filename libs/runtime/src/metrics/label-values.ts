/** More than authorities, routes or codes there are; what comes beyond is counted as one. */
const MOST_VALUES = 400;
const OTHER = 'other';
/** As in the log: no space, comma or @, so that names, addresses and sentences do not fit. */
const TOKEN = /^[A-Za-z0-9_:./{}*-]{1,120}$/;

/** The values that one label has had: a bounded number of tokens, so that a measure never grows with what is sent. */
export class LabelValues {
  private readonly known = new Set<string>();

  constructor(private readonly most = MOST_VALUES) {}

  safe(value: string): string {
    if (this.known.has(value)) return value;
    if (this.known.size >= this.most || !TOKEN.test(value)) return OTHER;
    this.known.add(value);
    return value;
  }
}
