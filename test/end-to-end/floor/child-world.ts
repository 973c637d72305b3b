import dns from 'node:dns';

// Preloaded into a child process: its clock starts where the test's floor stands, and a name under .invalid does not exist,
// whatever resolver this machine has or lacks.
const startsAt = Number(process.env['FLOOR_TIME']);
const real = Date.now.bind(Date);
const ahead = startsAt - real();
Date.now = () => real() + ahead;

const lookUp = dns.lookup;
function lookup(host: string, ...rest: unknown[]): void {
  const answer = rest.at(-1);
  if (host.endsWith('.invalid') && typeof answer === 'function') {
    process.nextTick(answer, Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }));
  } else Reflect.apply(lookUp, dns, [host, ...rest]);
}
Object.assign(dns, { lookup });
