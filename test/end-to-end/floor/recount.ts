import type { Call, Truth, WolkvoxSimulator } from '../../../src/simulators/wolkvox/index.ts';

/** The five reports counted anew from what happened, in the keys that `--json` prints; nothing of src/reports is used. */
export type Recount = Readonly<
  Record<'agents' | 'aux' | 'hold' | 'preview' | 'live', Readonly<Record<string, unknown>>>
>;

const share = (count: number, of: number) => ({ count, of, fraction: of === 0 ? null : count / of });
const where = <T>(items: readonly T[], fits: (item: T) => boolean): number => items.filter(fits).length;
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

export function agents({ calls }: Truth, { roster }: WolkvoxSimulator) {
  const counted = roster.agents.flatMap(({ id, index, name }) => {
    const own = calls.filter((call) => call.agentId === id && call.result.startsWith('answer'));
    const cents = total(own.map((call) => call.cents));
    // wolkvox leaves the field blank for some of those who cost nothing: that is no cost of 0.
    const cost = cents === 0 && index % 4 !== 0 ? null : cents / 100;
    return own.length === 0 ? [] : [{ name: name.replaceAll(/\s+/g, ' '), calls: own.length, cost }];
  });
  const costed = counted.filter(({ cost }) => cost !== null);
  const cost = total(costed.map((agent) => Math.round((agent.cost ?? 0) * 100))) / 100;
  const all = total(counted.map((agent) => agent.calls));
  return {
    calls: all,
    cost,
    costPerCall: cost / total(costed.map((agent) => agent.calls)),
    agents: counted.map((agent) => ({
      ...agent,
      rank: 1 + where(counted, (other) => other.calls > agent.calls),
      share: share(agent.calls, all),
    })),
  };
}

export function aux({ aux: episodes }: Truth, { roster }: WolkvoxSimulator) {
  const of = (fits: (one: (typeof episodes)[number]) => boolean) =>
    total(episodes.filter(fits).map((one) => one.seconds));
  const states = [...new Set(episodes.map(({ state }) => state))].map((state) => {
    const each = roster.agents
      .map(({ id }) => of((one) => one.agentId === id && one.state === state))
      .filter((seconds) => seconds > 0)
      .sort((a, b) => a - b);
    const [low = 0, high = 0] = [each[Math.floor((each.length - 1) / 2)], each[Math.ceil((each.length - 1) / 2)]];
    return { state, seconds: total(each), users: each.length, median: (low + high) / 2 };
  });
  return {
    seconds: total(episodes.map(({ seconds }) => seconds)),
    states,
    agents: roster.agents
      .map(({ id, name }) => ({ id, name: name.replaceAll(/\s+/g, ' '), seconds: of(({ agentId }) => agentId === id) }))
      .filter(({ seconds }) => seconds > 0),
  };
}

export function hold({ holds }: Truth, { roster }: WolkvoxSimulator) {
  const figures = (own: typeof holds) => {
    const yes = where(own, ({ said }) => said === 'yes');
    const no = where(own, ({ said }) => said === 'no');
    const ok = where(own, ({ recall }) => recall === 'ok');
    const fail = where(own, ({ recall }) => recall === 'fail');
    const rates = { accepted: share(yes, yes + no), recallSuccess: share(ok, ok + fail), kept: share(ok, yes) };
    return {
      offered: own.length,
      yes,
      no,
      ok,
      fail,
      ...rates,
      undecided: own.length - yes - no,
      debt: yes - ok - fail,
    };
  };
  const skills = roster.skills
    .map(({ id, name }) => ({ skill: id, name, ...figures(holds.filter(({ skillId }) => skillId === id)) }))
    .filter(({ offered }) => offered > 0);
  return { total: { ...figures(holds), debt: total(skills.map(({ debt }) => Math.max(0, debt))) }, skills };
}

const result = (one: { readonly result: string }) => one.result.toLowerCase();

export function preview({ previews }: Truth, { roster }: WolkvoxSimulator) {
  const figures = (records: typeof previews) => {
    const calls = records.flatMap((record) => record.calls);
    const answered = calls.filter((call) => call.result === 'answer');
    const dialled = records.filter((record) => result(record) !== 'clean');
    const talk = total(answered.map(({ seconds }) => seconds));
    return {
      records: records.length,
      dialled: dialled.length,
      calls: calls.length,
      answered: answered.length,
      contact: share(answered.length, calls.length),
      rightParty: share(
        where(dialled, (one) => ['contesta titular', 'rpc'].includes(result(one))),
        dialled.length,
      ),
      uncoded: share(
        where(answered, ({ code }) => code === '' || code === 'TIMEOUTACW'),
        answered.length,
      ),
      talk,
    };
  };
  const times = new Map<number, number>();
  for (const { customerNumber, calls } of previews)
    if (calls.length > 0) times.set(customerNumber, (times.get(customerNumber) ?? 0) + calls.length);
  const answered = previews.flatMap(({ calls }) => calls.filter((call) => call.result === 'answer'));
  return {
    total: figures(previews),
    hungUp: {
      agent: where(answered, ({ hangUp }) => hangUp === 'agent'),
      customer: where(answered, ({ hangUp }) => hangUp === 'customer'),
    },
    customers: { called: times.size, threeOrMore: where([...times.values()], (many) => many > 2) },
    agents: roster.agents
      .map(({ id, name }) => ({
        id,
        name: name.replaceAll(/\s+/g, ' '),
        ...figures(previews.filter(({ agentId, calls }) => agentId === id && calls.length > 0)),
      }))
      .filter(({ calls }) => calls > 0),
  };
}

export function live({ calls }: Truth) {
  const once = [...new Map(calls.map((call): [string, Call] => [call.connId, call])).values()];
  const inbound = once.filter(({ kind }) => kind === 'inbound');
  const outbound = once.filter(({ kind }) => kind === 'outbound_ma' || kind === 'out_pre');
  const answered = where(inbound, (call) => call.result === 'answer');
  const abandoned = where(inbound, (call) => call.result === 'abandon');
  const of = (...results: readonly string[]) => where(outbound, (call) => results.includes(call.result));
  return {
    calls: once.length,
    inbound: { calls: inbound.length, answered, abandoned, abandonment: share(abandoned, answered + abandoned) },
    outbound: {
      calls: outbound.length,
      dialled: outbound.length,
      contact: share(of('answer'), outbound.length),
      machine: share(of('answer machine'), outbound.length),
      lineFaults: share(of('failed', 'congestion', 'chanunavail'), outbound.length),
    },
    transfer: where(once, ({ kind }) => kind === 'transfer'),
    internal: where(once, ({ kind }) => kind.startsWith('internal')),
  };
}
