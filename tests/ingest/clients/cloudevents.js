// The CloudEvents SDK in MODE binary, structured or batch; it leaves sending again to its user.
const http = require('http');
const { CloudEvent, HTTP } = require('cloudevents');
const { port, key, customers, send } = require('./plan');

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
function post({ headers, body }) {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { port, agent, path: '/v1/events', method: 'POST', headers: { ...headers, authorization: `Bearer ${key}` } },
      (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode !== 503) return resolve(response.statusCode);
          setTimeout(() => post({ headers, body }).then(resolve, reject), 1000 * response.headers['retry-after']);
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
const events = [];
const event = (subject, id, type, data) =>
  events.push(new CloudEvent({ id, source: '/shop', type, subject, time: '2026-01-02T03:04:05.678Z', data, tenantid: 'acme' }));
send((subject, i) => event(subject, `m-${i}`, 'Sent', { i, note: 'ünïcode ✓' }));
for (const subject of customers) event(subject, `id-${subject}`, 'Identified', { plan: 'pro' });
const mode = process.env.MODE;
const messages = mode === 'batch'
  ? [{ headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify(events) }]
  : events.map((one) => HTTP[mode](one));
Promise.all(messages.map(post)).then((codes) => {
  const errors = codes.filter((code) => code !== 200);
  console.log(JSON.stringify({ errors }));
  agent.destroy();
});
