// Any fork of Segment's new Node client: module name in CLIENT.
const { Analytics } = require(process.env.CLIENT);
const { host, key, customers, send } = require('./plan');

const client = new Analytics({ writeKey: key, host, maxEventsInBatch: 15, flushInterval: 50, maxRetries: 8 });
const errors = [];
client.on('error', (error) => errors.push(String(error.code || error)));
send((userId, i) => client.track({ userId, event: 'Sent', messageId: `m-${i}`, properties: { i, note: 'ünïcode ✓' } }));
for (const userId of customers) client.identify({ userId, traits: { plan: 'pro' } });
client.closeAndFlush({ timeout: 60000 }).then(() => console.log(JSON.stringify({ errors })));
