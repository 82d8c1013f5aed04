// The second door: a receiver of webhooks, and what brings it to a server.
export {
  WebhookKeyNotValid,
  WebhookReceiver,
  fastifyWebhook,
  fetchHandler,
  listener,
  webhookReceiver,
} from '@ibex/subscriber';
export type {
  SignatureFault,
  WebhookAnswer,
  WebhookDelivery,
  WebhookHeaders,
  WebhookOptions,
} from '@ibex/subscriber';
