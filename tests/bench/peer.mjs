// One peer, one file, one run: loads it whole and prints {"s", "rows", "cols"}. Two threads for everybody.
// node peer.mjs duckdb|polars FILE      (npm: @duckdb/node-api, nodejs-polars)
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
process.env.POLARS_MAX_THREADS = '2';
const packages = process.env.PASSEL_PEERS ?? process.cwd();
const load = async (name) => {
  const file = createRequire(path.join(packages, 'x.js')).resolve(name);
  return import(pathToFileURL(file));
};
const [peer, file] = process.argv.slice(2);
const kind = file.endsWith('.csv') ? 'csv' : file.endsWith('.ndjson') ? 'ndjson' : 'json';
const seconds = () => Number(process.hrtime.bigint()) / 1e9;
if (peer === 'duckdb') {
  const { DuckDBInstance } = await load('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const source = kind === 'csv' ? `read_csv('${file}', sample_size=-1)`
    : kind === 'ndjson' ? `read_json('${file}', format='newline_delimited', sample_size=-1)`
      : `read_json('${file}', format='array', sample_size=-1, maximum_object_size=200000000)`;
  const begin = seconds();
  await connection.run(`create table t as select * from ${source}`);
  const s = seconds() - begin;
  const rows = Number((await connection.runAndReadAll('select count(*) from t')).getRows()[0][0]);
  const cols = (await connection.runAndReadAll('describe t')).getRows().length;
  console.log(JSON.stringify({ s, rows, cols }));
} else {
  const module = await load('nodejs-polars');
  const pl = module.default ?? module;
  const begin = seconds();
  // Its sample must be the whole column, else it fails on cities (see PUBLIC.md's traps).
  const frame = kind === 'csv' ? pl.readCSV(file, { inferSchemaLength: null, tryParseDates: true })
    : pl.readJSON(file, { format: kind === 'ndjson' ? 'lines' : 'json', inferSchemaLength: null });
  const s = seconds() - begin;
  console.log(JSON.stringify({ s, rows: frame.height, cols: frame.width }));
}
