// Preloaded into a child process, so that its clock starts where the test's floor stands.
const startsAt = Number(process.env['FLOOR_TIME']);
const real = Date.now.bind(Date);
const ahead = startsAt - real();
Date.now = () => real() + ahead;
