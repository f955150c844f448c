// What `connector-url` talks to: takes the form of docs/formats/connectors.md and nothing else, and does nothing twice.
'use strict';
const { serve } = require('./http.js');

const members = ['action', 'at', 'body', 'channel', 'customer', 'key', 'slot', 'subject'];
const statuses = { refused: 422, missing: 404, limited: 429, busy: 409, slow: 408, early: 425, down: 503, moved: 302 };
const done = new Set();

const formOf = (request) => {
    try {
        const body = JSON.parse(request.body);
        const whole = Object.keys(body).sort().join() === members.join() && members.every((name) => typeof body[name] === 'string');
        return whole && body.key === request.headers['idempotency-key'] ? body : null;
    } catch {
        return null;
    }
};

serve((mode, request) => {
    const body = request.method === 'POST' && request.headers['content-type'] === 'application/json' ? formOf(request) : null;
    if (body === null) return { status: 400, body: 'another form', log: { form: false } };
    const log = { form: true, body, known: done.has(body.key) };
    if (mode in statuses) {
        const headers = mode === 'limited' ? { 'Retry-After': '7' } : mode === 'moved' ? { Location: '/ok/' } : {};
        return { status: statuses[mode], headers, body: '', log };
    }
    done.add(body.key); // also of "late" and "cut": nobody hears of it
    return { status: mode === 'created' ? 201 : 200, body: {}, taken: true, log };
});
