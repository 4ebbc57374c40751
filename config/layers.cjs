/** Import rules of the architecture (docs/architecture.md): data flows one way, no cycles. Run by `npm run check`. */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|config)/', pathNot: to },
});
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('shared-imports-nothing', '^src/shared/', '^src/shared/'),
    only('documents-import-shared', '^src/documents/', '^src/(documents|shared)/'),
    only('demo-lms-imports-shared', '^src/demo-lms/', '^src/(demo-lms|shared)/'),
    only('demo-seals-import-nothing', '^src/demo-seals/', '^src/demo-seals/'),
    only('domain-imports', '^src/domain/', '^src/(domain|documents|shared)/'),
    only('platforms-alone', '^src/domain/platforms/', '^src/(domain/platforms|documents|shared)/'),
    only('institutions-alone', '^src/domain/institutions/', '^src/(domain/institutions|documents|shared)/'),
    only(
      'courses-use-platforms',
      '^src/domain/courses/',
      '^src/(domain/(courses|platforms)|documents|shared)/',
    ),
    only(
      'micro-credentials-use',
      '^src/domain/micro-credentials/',
      '^src/(domain/(micro-credentials|institutions|courses|platforms)|documents|shared)/',
    ),
    only(
      'evidence-uses',
      '^src/domain/evidence/',
      '^src/(domain/(evidence|micro-credentials|courses|platforms)|documents|shared)/',
    ),
    only(
      'endorsements-use',
      '^src/domain/endorsements/',
      '^src/(domain/(endorsements|micro-credentials|institutions)|documents|shared)/',
    ),
    only(
      'awards-use',
      '^src/domain/awards/',
      '^src/(domain/(awards|endorsements|evidence|micro-credentials|institutions|courses|platforms)|documents|shared)/',
    ),
    only(
      'reviews-use',
      '^src/domain/reviews/',
      '^src/(domain/(reviews|awards|evidence|micro-credentials|courses)|documents|shared)/',
    ),
    only(
      'notices-use',
      '^src/domain/notices/',
      '^src/(domain/(notices|awards|micro-credentials|institutions|courses|platforms)|documents|shared)/',
    ),
    only(
      'write-back-uses',
      '^src/domain/write-back/',
      '^src/(domain/(write-back|awards|evidence|micro-credentials|courses|platforms)|documents|shared)/',
    ),
    only(
      'offers-use',
      '^src/domain/offers/',
      '^src/(domain/(offers|notices|awards|evidence|micro-credentials|courses|platforms)|documents|shared)/',
    ),
    only(
      'checks-use',
      '^src/domain/checks/',
      '^src/(domain/(checks|write-back|offers|notices|reviews|awards|evidence|micro-credentials|courses|platforms)|documents|shared)/',
    ),
    only(
      'seals-use',
      '^src/domain/seals/',
      '^src/(domain/(seals|awards|micro-credentials|institutions)|documents|shared)/',
    ),
    only(
      'verification-uses',
      '^src/domain/verification/',
      '^src/(domain/(verification|seals|awards|endorsements|institutions)|documents|shared)/',
    ),
    only(
      'invitations-use',
      '^src/domain/invitations/',
      '^src/(domain/(invitations|endorsements|verification|notices|awards|institutions|courses|platforms)|documents|shared)/',
    ),
    only('web-imports', '^src/web/', '^src/(web|domain|documents|shared)/'),
    only('jobs-import', '^src/jobs/', '^src/(jobs|domain|documents|shared)/'),
    only('lti-imports', '^src/lti/', '^src/(lti|domain|documents|shared)/'),
    only('edges-import', '^src/edges/([^/]+)/', '^src/(edges/$1|domain|documents|shared)/'),
    {
      name: 'domain-is-free-of-frameworks',
      severity: 'error',
      from: { path: '^src/(domain|documents|shared)/' },
      to: { path: 'node_modules/(express|mongoose|mongodb|ltijs|undici|hbs|handlebars)/' },
    },
    {
      name: 'domain-is-free-of-network',
      severity: 'error',
      from: { path: '^src/(domain|documents|shared)/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dns|dgram|child_process)(/|$)' },
    },
    {
      name: 'only-storage-imports-mongoose',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/edges/storage/' },
      to: { path: 'node_modules/(mongoose|mongodb)/' },
    },
    {
      name: 'only-lti-imports-ltijs',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/lti/' },
      to: { path: 'node_modules/ltijs/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
