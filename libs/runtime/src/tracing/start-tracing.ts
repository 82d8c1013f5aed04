import { context, trace } from '@opentelemetry/api';

/** `endpoint`: the collector, e.g. `http://collector:4318`; `/v1/traces` is added where no path is given. */
export type TracingOptions = Readonly<{ endpoint: string; serviceName: string }>;
export type Tracing = Readonly<{ stop(): Promise<void> }>;

const EXPORT_TIMEOUT_MS = 2_000;
/** A collector that is away must not hold up a shutdown. */
const FLUSH_MS = 3_000;

const toTracesUrl = (endpoint: string): string => {
  const url = new URL(endpoint);
  if (url.pathname === '/') url.pathname = '/v1/traces';
  return url.href;
};

const within = async (ms: number, work: Promise<unknown>): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
};

/** Sends spans from now on. What it needs is loaded here and nowhere else, so that who does not trace pays nothing. */
export const startTracing = async ({ endpoint, serviceName }: TracingOptions): Promise<Tracing> => {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({ url: toTracesUrl(endpoint), timeoutMillis: EXPORT_TIMEOUT_MS });
  const provider = new NodeTracerProvider({
    // nothing is detected: host names and command lines are nobody's business
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
    forceFlushTimeoutMillis: FLUSH_MS,
  });
  // traceparent is read by our own hook; tracestate and baggage are a caller's free text and are not passed on
  provider.register({ propagator: null });
  return {
    stop: async () => {
      await within(FLUSH_MS, provider.shutdown());
      trace.disable();
      context.disable();
    },
  };
};
