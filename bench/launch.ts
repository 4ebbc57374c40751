/** `npm run bench -- launch`: login and launch of a person, against stock ltijs, until the tool leads to its first page. */
import { startBothTools } from './support/both-tools.js';
import { comparePrograms } from './support/compare-programs.js';

const tools = await startBothTools();
try {
  const { acquis, stock } = tools;
  console.log(
    'one login and launch from the demonstration LMS: CPU ms of the tool, median of turns by turns',
  );
  const ratio = await comparePrograms(
    { label: 'Acquis', program: acquis.program, run: acquis.launcher.launch },
    { label: 'stock ltijs', program: stock.program, run: stock.launcher.launch },
    // Until then the engine still compiles: it makes a quarter of our figure, and a tenth of the reference's.
    { warmUp: 1_500, turns: 10, perTurn: 50, atOnce: 5 },
  );
  console.log(`launch ratio ${ratio.toFixed(2)}`);
} finally {
  await tools.stop();
}
