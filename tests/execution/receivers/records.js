// Systems of record as their vendors publish them: GET only, the vendor's own header, path and form of answer.
//
//   Shopify    https://shopify.dev/docs/api/admin-rest/latest/resources/order (order)
//              https://shopify.dev/docs/api/admin-rest/latest/resources/inventorylevel (stock)
//   FlightAware AeroAPI  https://www.flightaware.com/aeroapi/portal/documentation, GET /flights/{ident} (flight-status)
//   Zendesk    https://developer.zendesk.com/api-reference/help_center/help-center-api/articles/ (knowledge)
//   Auth0      https://auth0.com/docs/api/management/v2/users/get-users-by-id (identity)
'use strict';
const { serve } = require('./http.js');

const systems = [
    {
        path: /^\/admin\/api\/2025-10\/orders\/450789469\.json$/,
        header: 'x-shopify-access-token', token: 'records-token',
        body: { order: { id: 450789469, name: '#1001', currency: 'USD', fulfillment_status: 'partial', financial_status: 'paid',
                         total_price: '598.94', total_tax: '11.94', updated_at: '2026-02-27T10:15:00-05:00' } },
        missing: { errors: 'Not Found' }, refused: { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' },
    },
    {
        path: /^\/admin\/api\/2025-10\/inventory_levels\.json\?inventory_item_ids=808950810&location_ids=655441491$/,
        header: 'x-shopify-access-token', token: 'records-token',
        body: { inventory_levels: [{ inventory_item_id: 808950810, location_id: 655441491, available: 9, updated_at: '2026-02-27T10:15:00-05:00' }] },
        missing: { errors: 'Not Found' }, refused: { errors: 'Forbidden' },
    },
    {
        path: /^\/aeroapi\/flights\/DLH438-1772179200-schedule-0123$/,
        header: 'x-apikey', token: 'records-token',
        body: { flights: [{ ident: 'DLH438', fa_flight_id: 'DLH438-1772179200-schedule-0123', cancelled: false, status: 'Scheduled / Delayed',
                            departure_delay: 5700, arrival_delay: 4500, scheduled_out: '2026-03-02T09:00:00Z' }], links: null, num_pages: 1 },
        missing: { title: 'Unknown flight', reason: 'INVALID_ARGUMENT', detail: 'No such flight', status: 404 },
        refused: { title: 'Unauthorized', reason: 'UNAUTHORIZED', detail: 'Invalid key', status: 401 },
    },
    {
        path: /^\/api\/v2\/help_center\/articles\/360026053753$/,
        header: 'authorization', token: 'Bearer records-token',
        body: { article: { id: 360026053753, title: 'Returns', body: '<p>Within 30 days.</p>', locale: 'en-us', draft: false,
                           updated_at: '2026-02-25T09:00:00Z' } },
        missing: { error: 'RecordNotFound', description: 'Not found' }, refused: { error: "Couldn't authenticate you" },
    },
    {
        path: /^\/api\/v2\/users\/auth0%7C507f1f77bcf86cd799439020$/,
        header: 'authorization', token: 'Bearer records-token',
        body: { user_id: 'auth0|507f1f77bcf86cd799439020', email: 'john.doe@example.com', email_verified: true, phone_verified: false,
                identities: [{ connection: 'Initial-Connection', provider: 'auth0', isSocial: false }] },
        missing: { statusCode: 404, error: 'Not Found', message: 'The user does not exist.', errorCode: 'inexistent_user' },
        refused: { statusCode: 401, error: 'Unauthorized', message: 'Invalid token' },
    },
];

function nulled(value) {
    if (Array.isArray(value)) return value.map(nulled);
    if (value === null || typeof value !== 'object') return null;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, nulled(inner)]));
}

serve((mode, request) => {
    const system = systems.find((one) => one.path.test(request.path + request.query));
    if (!system) return { status: 404, body: { wrong: request.path + request.query } };
    if (request.method !== 'GET' || request.body !== '' || !/application\/json/.test(request.headers.accept || ''))
        return { status: 405, body: '' };
    if (request.headers[system.header] !== system.token) return { status: 401, body: system.refused };
    switch (mode) {
    case 'missing': return { status: 404, body: system.missing };
    case 'limited': return { status: 429, headers: { 'Retry-After': '2' }, body: '' };
    case 'down': return { status: 503, body: '' };
    case 'garbled': return { status: 200, body: '<html>' };
    case 'empty': return { status: 200, body: {} };
    case 'nulls': return { status: 200, body: nulled(system.body) };
    default: return { status: 200, body: system.body, taken: true };
    }
});
