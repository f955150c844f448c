// A shop's backend with Segment's own client: 1,000 events of 100 customers, 50 of them sent twice.
const { Analytics } = require('@segment/analytics-node');

const client = new Analytics({ writeKey: 'test-key', host: `http://127.0.0.1:${process.env.PORT}`, maxEventsInBatch: 40, flushInterval: 50 });
const errors = [];
client.on('error', (error) => errors.push(String(error.code || error)));
let sent = 0;
for (let number = 0; number < 100; ++number) {
  const userId = `shopper-${number}`;
  const product = `p-${number}`;
  const track = (event, properties = {}) => {
    const message = { userId, event, properties, messageId: `${userId}-${++sent}` };
    client.track(message);
    if (sent % 20 === 0) client.track(message);
  };
  ++sent;
  client.identify({
    userId,
    messageId: `${userId}-${sent}`,
    traits: {
      first_name: 'Ana', email: `${userId}@example.com`, tier: 'silver', favourite: 'shoes', subscriber: true,
      vulnerable: false, regulated: false, compliance_flag: false, timezone: 'Europe/Berlin',
    },
  });
  for (const channel of ['email', 'in-app', 'web', 'sms']) track('Consent Changed', { purpose: 'marketing', channel, granted: true });
  track('Page Viewed', { page: 'start' });
  track('Product Viewed', { product, category: 'shoes', price: 60 + number });
  track('Size Chart Viewed', { category: 'shoes' });
  track('Cart Abandoned', { value: 60 + number, margin: 30 + number / 2, stock: 5, items: 2, on_sale: false, product, category: 'shoes' });
  track('Return Policy Viewed');
}
client.closeAndFlush({ timeout: 60000 }).then(() => process.exit(errors.length === 0 ? 0 : 1));
