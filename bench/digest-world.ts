import { startSlack } from '../src/simulators/slack/index.ts';
import { startWolkvox } from '../src/simulators/wolkvox/index.ts';

// The simulated Slack and wolkvox of a process of their own, so that what is measured is the worker alone.
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
    requests: wolkvox.log.filter(({ api }) => api !== 'agents' && api !== 'skills').length,
    apis: Object.fromEntries(
      Object.entries(Object.groupBy(wolkvox.log, ({ api }) => api)).map(([api, all]) => [api, all?.length ?? 0]),
    ),
  });
});
