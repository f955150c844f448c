// Segment's old Node client and RudderStack's fork of it: module name in CLIENT.
const { host, key, customers, send } = require('./plan');
const Client = require(process.env.CLIENT);

const rudder = process.env.CLIENT.includes('rudder');
const errors = [];
const options = { flushAt: 15, flushInterval: 50, retryCount: 8, errorHandler: (error) => errors.push(String(error)) };
const client = rudder ? new Client(key, { ...options, dataPlaneUrl: host }) : new Client(key, { ...options, host });
send((userId, i) => client.track({ userId, event: 'Sent', messageId: `m-${i}`, properties: { i, note: 'ünïcode ✓' } }));
for (const userId of customers) client.identify({ userId, traits: { plan: 'pro' } });
client.flush();
// Neither says when all is through: it has ended when nothing is left that could run.
process.on('exit', () => console.log(JSON.stringify({ errors })));
