// Vendors' interfaces, written from the pages they publish. Refuses what these do not list: fields that are unknown,
// missing or of another type, other methods, paths, content types and secrets, each in the vendor's own form of error.
//
//   Slack     https://docs.slack.dev/reference/methods/chat.postMessage
//   HubSpot   https://developers.hubspot.com/docs/api-reference/crm-contacts-v3/guide
//             https://developers.hubspot.com/docs/api-reference/error-handling
//   Zendesk   https://developer.zendesk.com/api-reference/ticketing/introduction/ (idempotency)
//             https://developer.zendesk.com/documentation/ticketing/managing-tickets/creating-and-updating-tickets/
//   Meta      https://developers.facebook.com/documentation/ads-commerce/marketing-api/reference/custom-audience/users
'use strict';
const { serve } = require('./http.js');

const text = { is: (v) => typeof v === 'string' && v !== '' };
const flag = { is: (v) => typeof v === 'boolean' };
const oneOf = (...words) => ({ is: (v) => words.includes(v) });
const listOf = (item) => ({ is: (v) => Array.isArray(v) && v.length > 0 && v.every((x) => item.is(x)) });
const hash = { is: (v) => /^[0-9a-f]{64}$/.test(v) };
const object = (fields) => ({ fields, is: (v) => wrongIn(v, fields) === null });
const must = (field) => ({ ...field, must: true });

// The first field that is wrong, or null.
function wrongIn(value, fields) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return '(object)';
    for (const name of Object.keys(value)) {
        if (!Object.hasOwn(fields, name)) return name;
        const field = fields[name];
        if (field.fields) {
            const inner = wrongIn(value[name], field.fields);
            if (inner !== null) return name + '.' + inner;
        } else if (!field.is(value[name])) return name;
    }
    for (const [name, field] of Object.entries(fields))
        if (field.must && !Object.hasOwn(value, name)) return name;
    return null;
}

function jsonOf(body) {
    try {
        return JSON.parse(body);
    } catch {
        return null;
    }
}

const comment = object({ body: must(text), public: flag });
const priority = oneOf('low', 'normal', 'high', 'urgent');
const basic = 'Basic ' + Buffer.from('agent@example.com/token:zendesk-token').toString('base64');
const tickets = new Map(); // by idempotency key

const slackError = (error, status = 200) => ({ status, body: { ok: false, error } });
const hubspotError = (status, category, message) => ({
    status,
    body: { status: 'error', message, correlationId: 'a43683b0-5717-4ceb-80b4-104d02915d8c', category },
});
const zendeskError = (status, error, description) => ({ status, body: { error, description } });
const metaError = (status, code, message) => ({
    status,
    body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'A3aJ' } },
});

const slack = {
    method: 'POST',
    path: /^\/slack\/chat\.postMessage$/,
    query: '',
    type: 'application/json; charset=utf-8',
    auth: 'Bearer slack-token',
    read: jsonOf,
    fields: {
        channel: must(text),
        text: must(text),
        mrkdwn: flag,
        thread_ts: text,
        unfurl_links: flag,
        unfurl_media: flag,
    },
    refuse: { auth: () => slackError('invalid_auth'), call: () => slackError('unknown_method'),
              form: () => slackError('invalid_arguments') },
    ok: (r, body) => ({
        status: 200,
        body: { ok: true, channel: body.channel, ts: '1503435956.000247', message: { text: body.text, type: 'message' } },
    }),
    bad: () => slackError('channel_not_found'),
    unclear: () => slackError('fatal_error'),
    limited: () => slackError('ratelimited', 429),
};

const hubspot = {
    method: 'PATCH',
    path: /^\/hubspot\/crm\/v3\/objects\/contacts\/[^/@]+%40[^/@]+$/,
    query: '?idProperty=email',
    type: 'application/json',
    auth: 'Bearer hubspot-token',
    read: jsonOf,
    fields: {
        properties: must(object({
            lifecyclestage: oneOf('subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity',
                                  'customer', 'evangelist', 'other'),
        })),
    },
    refuse: { auth: () => hubspotError(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.'),
              call: () => hubspotError(405, 'VALIDATION_ERROR', 'Method not allowed'),
              form: (field) => hubspotError(400, 'VALIDATION_ERROR', 'Property values were not valid: ' + field) },
    ok: (r, body) => ({
        status: 200,
        body: { id: '512', properties: body.properties, createdAt: '2019-10-30T03:30:17.883Z',
                updatedAt: '2019-12-07T16:50:06.678Z', archived: false },
    }),
    bad: () => hubspotError(404, 'OBJECT_NOT_FOUND', 'resource not found'),
    unclear: () => hubspotError(423, 'LOCKED', 'Locked'),
    limited: () => ({ status: 429, body: { status: 'error', message: 'You have reached your ten_secondly_rolling limit.',
                                           errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' } }),
};

// https://developers.hubspot.com/docs/api-reference/communication-preferences-subscriptions-v4/subscription-status/
//   post-communication-preferences-v4-statuses-subscriberIdString-unsubscribe-all
const hubspotUnsubscribe = {
    ...hubspot,
    method: 'POST',
    path: /^\/hubspot\/communication-preferences\/v4\/statuses\/[^/@]+%40[^/@]+\/unsubscribe-all$/,
    query: '?channel=EMAIL',
    read: (body) => (body === '' ? {} : null),
    fields: {},
    ok: () => ({ status: 200, body: { status: 'COMPLETE', results: [], startedAt: '2026-03-02T08:00:05.000Z',
                                      completedAt: '2026-03-02T08:00:05.001Z' } }),
};

const zendesk = {
    type: 'application/json',
    auth: basic,
    query: '',
    read: jsonOf,
    refuse: { auth: () => zendeskError(401, "Couldn't authenticate you"),
              call: () => zendeskError(404, 'InvalidEndpoint', 'Not found'),
              form: (field) => zendeskError(422, 'RecordInvalid', 'Record validation errors: ' + field) },
    bad: () => zendeskError(422, 'RecordInvalid', 'Record validation errors'),
    unclear: () => zendeskError(409, 'Conflict', 'database collision'),
    limited: () => ({ status: 429, body: 'Number of allowed API requests per minute exceeded' }),
};

const zendeskTicket = {
    ...zendesk,
    method: 'POST',
    path: /^\/zendesk\/api\/v2\/tickets\.json$/,
    key: true,
    fields: {
        ticket: must(object({
            subject: must(text), comment: must(comment), requester: object({ name: must(text), email: must(text) }),
            priority, tags: listOf(text), type: oneOf('problem', 'incident', 'question', 'task'), external_id: text,
        })),
    },
    ok: (r, body) => {
        const key = r.headers['idempotency-key'];
        const known = tickets.has(key);
        if (!known) tickets.set(key, { id: 3 + tickets.size, ...body.ticket });
        return { status: 201, headers: { 'x-idempotency-lookup': known ? 'hit' : 'miss' }, body: { ticket: tickets.get(key) } };
    },
};

const zendeskEscalation = {
    ...zendesk,
    method: 'PUT',
    path: /^\/zendesk\/api\/v2\/tickets\/[0-9]+\.json$/,
    fields: { ticket: must(object({ priority, comment, status: oneOf('open', 'pending', 'hold', 'solved') })) },
    ok: (r, body) => ({ status: 200, body: { ticket: { id: Number(r.path.match(/[0-9]+(?=\.json$)/)[0]), ...body.ticket } } }),
};

const formOf = (body) => {
    const form = Object.fromEntries(new URLSearchParams(body));
    return { ...form, payload: jsonOf(form.payload) };
};
const metaAudience = (method) => ({
    method,
    path: /^\/meta\/23842\/users$/,
    query: '',
    type: 'application/x-www-form-urlencoded',
    read: formOf,
    fields: {
        access_token: must(text),
        payload: must(object({ schema: must(listOf(oneOf('EMAIL', 'PHONE', 'FN', 'LN'))), data: must(listOf(listOf(hash))) })),
    },
    token: 'meta-token',
    refuse: { auth: () => metaError(401, 190, 'Invalid OAuth access token.'),
              call: () => metaError(400, 100, 'Unsupported request'),
              form: (field) => metaError(400, 100, 'Invalid parameter ' + field) },
    ok: () => ({
        status: 200,
        body: { audience_id: '23842', session_id: '9778993', num_received: 1, num_invalid_entries: 0, invalid_entry_samples: {} },
    }),
    bad: () => metaError(400, 100, 'Invalid parameter'),
    unclear: () => metaError(400, 80003, 'There have been too many calls to this ad-account.'),
    limited: () => metaError(429, 80003, 'There have been too many calls to this ad-account.'),
});

const vendors = [slack, hubspot, hubspotUnsubscribe, zendeskTicket, zendeskEscalation, metaAudience('POST'), metaAudience('DELETE')];

function judge(mode, request) {
    const sameName = vendors.filter((v) => request.path.startsWith('/' + String(v.path.source).match(/[a-z]+/)[0] + '/'));
    if (sameName.length === 0) return { status: 404, body: 'no such vendor' };
    const vendor = sameName.find((v) => v.method === request.method && v.path.test(request.path));
    if (!vendor || request.query !== vendor.query) return sameName[0].refuse.call();
    if (vendor.auth && request.headers.authorization !== vendor.auth) return vendor.refuse.auth();
    if (request.headers['content-type'] !== vendor.type) return vendor.refuse.form('(content type)');
    const body = vendor.read(request.body);
    const wrong = body === null ? '(json)' : wrongIn(body, vendor.fields);
    if (wrong !== null) return vendor.refuse.form(wrong);
    if (vendor.token && body.access_token !== vendor.token) return vendor.refuse.auth();
    if (vendor.key && !request.headers['idempotency-key']) return vendor.refuse.form('(idempotency key)');
    switch (mode) {
    case 'bad': return vendor.bad();
    case 'unclear': return vendor.unclear();
    case 'limited': return { ...vendor.limited(), headers: { 'Retry-After': '7' } };
    case 'down': return { status: 503, headers: { 'Retry-After': '3' }, body: '' };
    case 'garbled': return { status: 200, body: '<html>Welcome</html>' };
    default: return { ...vendor.ok(request, body), taken: true };
    }
}

serve((mode, request) => {
    const answer = judge(mode, request);
    return { ...answer, log: { body: request.body, auth: request.headers.authorization ?? '',
                               key: request.headers['idempotency-key'] ?? '' } };
});
