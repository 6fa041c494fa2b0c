// Runs commands in turns (A B C A B C …) and prints the median of "s" of each, its spread, its peak
// memory, and its ratio to the first one. Figures of one run belong together; of two runs never.
// node turns.mjs RUNS name=command …      (each command prints one JSON line with "s")
import { spawnSync } from 'node:child_process';
const runs = Number(process.argv[2]);
const cases = process.argv.slice(3).map((word) => {
  const at = word.indexOf('=');
  return { name: word.slice(0, at), command: word.slice(at + 1), s: [], rss: 0, rows: undefined };
});
for (let run = 0; run < runs; ++run) {
  for (const one of cases) {
    const answer = spawnSync('/usr/bin/time', ['-f', 'RSS %M', 'taskset', '-c', '0,1', 'bash', '-c', `exec ${one.command}`],
      { encoding: 'utf8', maxBuffer: 1 << 26 });
    const line = answer.stdout.trim().split('\n').filter((text) => text.startsWith('{')).at(-1);
    if (answer.status !== 0 || !line) {
      console.error(`${one.name}: exit ${answer.status}\n${answer.stderr.slice(-800)}`);
      one.failed = true;
      continue;
    }
    const value = JSON.parse(line);
    one.s.push(value.s);
    one.rows = value.rows;
    one.rss = Math.max(one.rss, Number(/RSS (\d+)/.exec(answer.stderr)?.[1] ?? 0));
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const base = median(cases[0].s);
for (const one of cases) {
  if (!one.s.length) { console.log(`${one.name}\tfailed`); continue; }
  const m = median(one.s);
  console.log([one.name, `${m.toFixed(3)} s`, `${Math.min(...one.s).toFixed(3)}–${Math.max(...one.s).toFixed(3)}`,
    `${(m / base).toFixed(2)} ×`, `${(one.rss / 1024).toFixed(0)} MiB`, `${one.rows ?? ''} rows`].join('\t'));
}
