// A system of record: GET /MODE/KIND/ID. "Now" is 2026-03-02T08:00:00Z.
'use strict';
const { serve } = require('./http.js');

const values = {
    order: { status: 'shipped', total: 59.9 },
    stock: { available: 4 },
    margin: { share: 0.31 },
    'flight-status': { status: 'delayed', delay_minutes: 95, gate: 'B12' },
    knowledge: { title: 'Returns', text: 'Within 30 days.' },
    identity: { verified: true },
};
const justStale = { order: '2026-03-02T07:44:59Z', stock: '2026-03-02T07:54:59Z', margin: '2026-03-01T07:59:59Z',
                    'flight-status': '2026-03-02T07:54:59Z', knowledge: '2026-02-23T07:59:59Z',
                    identity: '2026-03-02T07:49:59Z' };
const justFresh = { order: '2026-03-02T07:45:00Z', stock: '2026-03-02T07:55:00Z', margin: '2026-03-01T08:00:00Z',
                    'flight-status': '2026-03-02T07:55:00Z', knowledge: '2026-02-23T08:00:00Z',
                    identity: '2026-03-02T07:50:00Z' };

function answer(mode, kind) {
    const value = values[kind];
    switch (mode) {
    case 'stale': return { value, asOf: justStale[kind] };
    case 'future': return { value, asOf: '2026-03-02T08:01:01Z' };
    case 'null': return { value: null, asOf: '2026-03-02T07:59:30Z' };
    case 'no-value': return { asOf: '2026-03-02T07:59:30Z' };
    case 'no-time': return { value };
    case 'bad-time': return { value, asOf: 'yesterday' };
    case 'no-member': return { value: {}, asOf: '2026-03-02T07:59:30Z' };
    case 'wrong-type': return { value: Object.fromEntries(Object.keys(value).map((k) => [k, ['?']])), asOf: '2026-03-02T07:59:30Z' };
    case 'garbled': return '<html>';
    default: return { value, asOf: justFresh[kind] };
    }
}

serve((mode, request) => {
    const [, kind, id] = request.path.split('/');
    if (request.method !== 'GET' || request.body !== '' || request.headers.authorization !== 'Bearer facts-token')
        return { status: 401, body: '' };
    if (!(kind in values) || id !== 'A%2F17' || mode === 'missing') return { status: 404, body: '' };
    if (mode === 'limited') return { status: 429, headers: { 'Retry-After': '7' }, body: '' };
    if (mode === 'down') return { status: 503, body: '' };
    return { status: 200, body: answer(mode, kind), taken: true };
});
