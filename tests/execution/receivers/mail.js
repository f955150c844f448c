// Three mail servers of the package smtp-server: "plain" knows neither TLS nor users, "starttls" wants both, "smtps"
// speaks TLS from the start. Arguments: certificate and key, without which there is "plain" alone. The recipient's name
// (up to a plus sign) decides what becomes of a message; each that was taken in is told on stdout as one line of JSON,
// the first line is the ports.
'use strict';
const fs = require('fs');
const { SMTPServer } = require('smtp-server');

const say = (line) => process.stdout.write(JSON.stringify(line) + '\n');
let keptWaiting = 0; // of "late-once": the first message, whoever it is for, is taken and never answered
const refusal = (code, words) => Object.assign(new Error(words), { responseCode: code });

function start(name, options) {
    const server = new SMTPServer({
        ...options,
        logger: false,
        closeTimeout: 100,
        onAuth(auth, session, done) {
            const known = auth.username === 'sender' && auth.password === 'mail secret';
            done(known ? null : refusal(535, 'Authentication failed'), { user: auth.username });
        },
        onRcptTo(address, session, done) {
            const mode = address.address.split('@')[0];
            if (mode === 'unknown') return done(refusal(550, 'No such mailbox'));
            if (mode === 'greylisted') return done(refusal(451, 'Come again later'));
            if (mode === 'early-cut') return socketOf(session).destroy();
            done();
        },
        onData(stream, session, done) {
            const chunks = [];
            stream.on('data', (chunk) => chunks.push(chunk));
            stream.on('end', () => {
                const to = session.envelope.rcptTo.map((r) => r.address);
                const mode = to[0].split('@')[0].split('+')[0];
                say({ server: name, from: session.envelope.mailFrom.address, to, user: session.user ?? '',
                      secure: session.secure, message: Buffer.concat(chunks).toString('utf8') });
                if (mode === 'late') return; // taken, and never answered
                if (mode === 'late-once' && keptWaiting++ === 0) return;
                if (mode === 'cut') return socketOf(session).write('25', () => socketOf(session).destroy());
                if (mode === 'garbled') return socketOf(session).write('what?\r\n999 what?\r\n');
                if (mode === 'full') return done(refusal(452, 'Mailbox full'));
                if (mode === 'spam') return done(refusal(554, 'Refused by policy'));
                done(null, 'queued');
            });
        },
    });
    const socketOf = (session) => [...server.connections].find((c) => c.session === session)._socket;
    server.on('error', () => {}); // a client that hangs up
    return new Promise((ready) => server.listen(0, '127.0.0.1', () => ready(server.server.address().port)));
}

const [cert, key] = process.argv.slice(2, 4).map((file) => fs.readFileSync(file));
Promise.all([
    start('plain', { disabledCommands: ['STARTTLS', 'AUTH'] }),
    cert && start('starttls', { cert, key, authOptional: false }),
    cert && start('smtps', { cert, key, secure: true, authOptional: true }),
]).then(([plain, starttls, smtps]) => say({ plain, starttls, smtps }));
