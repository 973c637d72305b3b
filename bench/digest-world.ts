import { startSlack } from '../src/simulators/slack/index.ts';
import { startWolkvox } from '../src/simulators/wolkvox/index.ts';

// The simulated Slack and wolkvox of a process of their own, so that what is measured is the worker alone.
/** Asked once for all: the names of what the answers hold ids of, and the quota. */
const BESIDE: ReadonlySet<string> = new Set(['agents', 'skills', 'campaigns', 'token_info']);
const now = (): number => Date.parse('2025-11-14T08:05:00-05:00');
const channels = Array.from({ length: 500 }, (_, index) => ({
  id: `C${String(index).padStart(8, '0')}`,
  name: `piso-${index}`,
}));
const [slack, wolkvox] = await Promise.all([
  startSlack({ now, page: false, channels }),
  startWolkvox({ now, licences: 100 }),
]);
process.send?.({
  apiUrl: slack.apiUrl,
  botToken: slack.botToken,
  wolkvoxUrl: wolkvox.url,
  token: wolkvox.token,
});
process.on('message', () => {
  const posts = slack.workspace.messages.map(({ channel, metadata }) => `${channel} ${JSON.stringify(metadata)}`);
  process.send?.({
    posts: posts.length,
    distinct: new Set(posts).size,
    requests: wolkvox.log.filter(({ api }) => !BESIDE.has(api)).length,
  });
});
// Nobody is left to measure.
process.on('disconnect', () => process.exit());
