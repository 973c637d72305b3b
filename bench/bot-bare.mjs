// A bare Bolt app, as its own guide has it: acknowledges and answers a fixed text, or the fixed message in the file MESSAGE.
import { readFileSync } from 'node:fs';
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';

const { SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: appToken, SLACK_API_URL: slackApiUrl, SOCKETS, MESSAGE } = process.env;
const answer = MESSAGE ? JSON.parse(readFileSync(MESSAGE, 'utf8')) : '40 agentes hicieron 1.204 llamadas.';
const receiver = () =>
  new SocketModeReceiver({ appToken, logLevel: LogLevel.ERROR, installerOptions: { clientOptions: { slackApiUrl } } });

const first = receiver();
const app = new App({ token, receiver: first, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl } });
app.command('/wolkvox', async ({ ack, respond }) => {
  await ack();
  await respond(answer);
});
await app.start();
if (SOCKETS === '2') {
  const second = receiver();
  second.init(app);
  await second.start();
}
process.stdout.write('{"event":"ready"}\n');
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
