// Two workers and a web on one Redis under load, one killed every ten seconds for five minutes; `-- short` takes forty seconds.
import { prove, type Spread } from './prove.ts';

const short = process.argv.includes('short');
const load = short
  ? { perMinute: 500, forMs: 40_000, killEveryMs: 5_000, settleMs: 180_000 }
  : { perMinute: 500, forMs: 300_000, killEveryMs: 10_000, settleMs: 180_000 };
const proof = await prove({ ...load, say: (line) => process.stdout.write(`${line}\n`) });
if (proof === null) process.exit(1);
const ms = ({ p50, p99, most }: Spread): string =>
  `p50 ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms, longest ${Math.round(most)} ms`;
process.stdout.write(`
commands                 ${proof.commands}, of which ${proof.typedAgain} were typed again since Slack said at once that they failed
killed                   ${proof.killed['web']} web, ${proof.killed['worker']} worker; back: ${ms(proof.back)}
lost                     ${proof.lost}
doubled                  ${proof.doubled}
interrupted and told     ${proof.interrupted}
digests, rules           ${proof.slots} slots: lost ${proof.lostDigests.length}; 200 rules: lost ${proof.lostRules.length}; posted twice ${proof.postedTwice.length}
asked of wolkvox         ${proof.requests}, too soon ${proof.askedTooSoon.length}
first visible answer     ${ms(proof.first)}
answer                   ${ms(proof.final)}
ended with               ${proof.codes.join(', ')}
logged                   ${JSON.stringify(proof.logged)}
`);
const { lost, doubled, askedTooSoon, lostDigests, lostRules, postedTwice } = proof;
const wrong = [...askedTooSoon, ...lostDigests, ...lostRules, ...postedTwice];
process.stdout.write(wrong.map((one) => `  ${one}\n`).join(''));
process.exit(lost + doubled + wrong.length === 0 ? 0 : 1);
