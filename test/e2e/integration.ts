import { formatCounts } from '../support/testCounts.ts';
import { runSuite } from './runSuite.ts';

// `npm run test:integration [-- --vsix FILE]`: the suite in the extension host, from the sources or from a package.
const vsix = process.argv.includes('--vsix') ? process.argv.at(-1) : undefined;
const counts = await runSuite(vsix ? { vsix } : {});
console.log(formatCounts(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
