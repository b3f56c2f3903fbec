// Writes each dashboard as a TypeScript literal: imported JSON would lose its literal types and with them most of what is checked.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';

const [from, name] = process.argv.slice(2);
const to = `target/${name}`;
rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
for (const file of readdirSync(from).filter((each) => each.endsWith('.json'))) {
  const json = JSON.stringify(JSON.parse(readFileSync(`${from}/${file}`, 'utf8')), null, 2);
  const text = `import type { DashboardFile } from '../../dashboard';\n\nexport default ${json} satisfies DashboardFile;\n`;
  writeFileSync(`${to}/${file.replace(/\.json$/, '.ts')}`, text);
}
writeFileSync(`${to}/tsconfig.json`, JSON.stringify({ extends: '../../tsconfig.json', include: ['*.ts', '../../dashboard.d.ts'] }));
