// A webhook's receiver: what Webhook.verify of the package standardwebhooks lets through was signed as the
// specification says, at a time near now.
'use strict';
const { Webhook } = require('standardwebhooks');
const { serve } = require('./http.js');

const secrets = process.argv.slice(2);
const statuses = { bad: 400, limited: 429, down: 503, gone: 410, teapot: 418 };

serve((mode, request) => {
    const wrong = secrets.map((secret) => {
        try {
            new Webhook(secret).verify(request.body, request.headers);
            return '';
        } catch (error) {
            return String(error.message);
        }
    });
    const log = { verified: wrong.filter((why) => why === '').length, why: wrong.join(';'), body: request.body,
                  id: request.headers['webhook-id'], time: Number(request.headers['webhook-timestamp']) };
    if (log.verified === 0) return { status: 401, body: 'not signed', log };
    const headers = mode === 'limited' ? { 'Retry-After': '7' } : {};
    return { status: statuses[mode] ?? 200, headers, body: 'thank you', taken: !(mode in statuses), log };
});
