// What the web receivers share: /MODE/… decides what becomes of a request that was taken in; every request is told on
// stdout as one line of JSON, the first line is the ports.
'use strict';
const http = require('http');

const say = (line) => process.stdout.write(JSON.stringify(line) + '\n');

// handle(mode, request) answers {status, headers, body, log}; `request` has method, path, query, headers, body.
function serve(handle) {
    const server = http.createServer((req, res) => {
        const chunks = [];
        req.on('data', (chunk) => chunks.push(chunk));
        req.on('end', () => {
            const url = new URL(req.url, 'http://here');
            const [, mode, ...rest] = url.pathname.split('/');
            const request = {
                method: req.method,
                path: '/' + rest.join('/'),
                query: url.search,
                headers: req.headers,
                body: Buffer.concat(chunks).toString('utf8'),
            };
            const answer = handle(mode, request);
            const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
            say({ mode, method: request.method, path: request.path + request.query, status: answer.status, ...answer.log });
            const headers = { 'Content-Type': 'application/json', ...answer.headers };
            if (answer.taken && mode === 'late') return; // done, and never answered
            if (answer.taken && mode === 'cut') {
                res.writeHead(answer.status, { ...headers, 'Content-Length': Buffer.byteLength(text) + 100 });
                res.write(text.slice(0, text.length / 2), () => req.socket.destroy());
                return;
            }
            res.writeHead(answer.status, { ...headers, 'Content-Length': Buffer.byteLength(text) });
            res.end(text);
        });
    });
    server.keepAliveTimeout = 1;
    server.listen(0, '127.0.0.1', () => say({ http: server.address().port }));
}

module.exports = { say, serve };
