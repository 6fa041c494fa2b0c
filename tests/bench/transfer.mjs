// passel-bench transfer beside a static web server, in turns on one machine: 128 MiB in bodies of
// 128 KiB, PUT into nginx (WebDAV, keeps nothing durable) and GET from it by curl on as many
// connections as Passel uses.
// node transfer.mjs TURNS PASSEL_BENCH FILE SCRATCH_FOLDER      (needs nginx-light and curl)
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import { createServer } from 'node:net';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const [turns, bench, file, scratch] = process.argv.slice(2);
const Parts = 1024, PartSize = 128 * 1024;
mkdirSync(scratch, { recursive: true });
const folder = mkdtempSync(`${scratch}/static-`);
const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const free = probe.address().port;
    probe.close(() => resolve(free));
  });
});
const run = (program, args) => {
  const answer = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (answer.status !== 0) throw new Error(`${program}: exit ${answer.status ?? answer.error}\n${answer.stderr?.slice(-800)}`);
  return answer.stdout;
};

for (const name of ['parts', 'root', 'root/body']) mkdirSync(`${folder}/${name}`);
writeFileSync(`${folder}/nginx.conf`, `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;
events {} http { access_log off; sendfile on; keepalive_requests 1000000;
client_body_temp_path ${folder}/root/body; client_body_buffer_size 256k; client_max_body_size 1m;
server { listen 127.0.0.1:${port}; root ${folder}/root; location / { dav_methods PUT DELETE; create_full_put_path on; } } }`);
const names = Array.from({ length: Parts }, (_, i) => `part${i}`);
for (const name of names) writeFileSync(`${folder}/parts/${name}`, randomBytes(PartSize));
// One curl for all, as a config file: an upload or a download each. Answers seconds.
const curl = (turn, verb) => {
  const lines = names.map((name) => `url = "http://127.0.0.1:${port}/turn${turn}/${name}"\noutput = /dev/null\nfail\n`
    + (verb === 'PUT' ? `upload-file = "${folder}/parts/${name}"\n` : ''));
  writeFileSync(`${folder}/curl`, lines.join('next\n'));
  const started = process.hrtime.bigint();
  run('curl', ['-q', '--silent', '--parallel', '--parallel-max', '4', '-K', `${folder}/curl`]);
  return Number(process.hrtime.bigint() - started) / 1e9;
};

const figures = { put: [], get: [], push_noise: [], pull_noise: [], push_file: [], pull_file: [] };
const rate = (seconds) => Parts * PartSize / seconds / 1e6;
const nginx = spawn('nginx', ['-p', folder, '-c', `${folder}/nginx.conf`], { stdio: 'ignore' });
try {
  for (let tries = 0; !existsSync(`${folder}/pid`) || !readFileSync(`${folder}/pid`).length; ++tries) {
    if (nginx.exitCode !== null || tries > 100) throw new Error('nginx does not start; is nginx-light installed?');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (let turn = 0; turn < Number(turns); ++turn) {
    figures.put.push(rate(curl(turn, 'PUT')));
    figures.get.push(rate(curl(turn, 'GET')));
    const value = JSON.parse(run(bench, ['transfer', file, '--scratch', folder]).trim().split('\n').at(-1));
    for (const name of ['push_noise', 'pull_noise', 'push_file', 'pull_file']) figures[name].push(value[`${name}_mb_s`]);
    console.error(`turn ${turn + 1}: load ${loadavg()[0].toFixed(1)}`);
  }
} finally {
  nginx.kill(); // by its own pid
  rmSync(folder, { recursive: true });
}
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
for (const [name, list] of Object.entries(figures)) {
  const base = name === 'put' || name.startsWith('push') ? 'put' : 'get';
  const ratios = list.map((value, turn) => value / figures[base][turn]);
  console.log([name, `${median(list).toFixed(0)} MB/s`, `${Math.min(...list).toFixed(0)}–${Math.max(...list).toFixed(0)}`,
    `${median(ratios).toFixed(2)} of ${base}`].join('\t'));
}
