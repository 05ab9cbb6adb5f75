// The walls of the house. `npx jest --selectProjects tidy` runs them and proves that each holds.
const subpackages = [
  ...['groupbuy', 'teams', 'flashsale', 'orders'],
  ...['catalog/search', 'members/join', 'members/levels', 'members/profile', 'members/settings'],
  ...['points', 'messages', 'coupons', 'live/session', 'live/room', 'live/lottery'],
  ...['attribution', 'guides', 'staff', 'cockpit', 'charts'],
].join('|')
const ships = '^(src|cloudfunctions)/'
const contracts = '[./]contract\\.ts$'
const atRunTime = { dependencyTypesNot: ['type-only'] }

/** A wall, with the sentence that somebody reads who ran into it. */
const wall = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

const domain = [
  wall(
    'rules-stand-alone',
    'src/domain holds the rules of the shop. A rule imports other rules, dayjs, and (in ' +
      'contracts) zod; what else it needs is handed in as an argument.',
    { path: '^src/domain/' },
    { pathNot: ['^src/domain/', 'node_modules/(dayjs|zod)/'] },
  ),
  wall(
    'zod-stays-in-contracts',
    'zod never runs on the phone: WeChat cripples the Function constructor that zod compiles ' +
      'with. Schemas belong into contract.ts; elsewhere use `import type`.',
    { path: '^src/', pathNot: contracts },
    { path: 'node_modules/zod/', ...atRunTime },
  ),
  wall(
    'phone-reads-contract-types-only',
    'A contract imported at run time brings zod to the phone. Use `import type`; a value that' +
      ' the phone needs too belongs into a file without zod.',
    { path: '^src/', pathNot: contracts },
    { path: contracts, ...atRunTime },
  ),
]

const cloud = [
  wall(
    'one-door-to-the-sdk',
    'Only cloudfunctions/server/kit/cloud.ts imports wx-server-sdk, so that there is one ' +
      'place where the cloud can be read about. Ask it for what you need.',
    { pathNot: '^cloudfunctions/server/kit/cloud\\.ts$' },
    // Its package.json is no door: the emulator reads its version there.
    { path: '(^|node_modules/)wx-server-sdk', pathNot: 'package\\.json$' },
  ),
  wall(
    'cloud-shares-only-rules',
    'Of the mini-program a cloud function may know src/domain only. What both need is a rule:' +
      ' write it there.',
    { path: '^cloudfunctions/' },
    { path: '^src/(?!domain/)' },
  ),
  wall(
    'phone-never-imports-the-cloud',
    'The phone calls actions by name through src/platform/call; their types come from ' +
      'src/domain/api.',
    { path: '^src/' },
    { path: '^cloudfunctions/' },
  ),
]

const emulator = [
  wall(
    'nothing-that-ships-knows-the-emulator',
    'The emulator imitates the cloud; what ships must not be able to tell. There is no `if ' +
      '(local)`.',
    { path: `${ships}|^config/` },
    { path: '^emulator/' },
  ),
  wall(
    'emulator-stands-alone',
    'The emulator runs any bundle that speaks to wx-server-sdk. It learns about this shop ' +
      'over its API only.',
    { path: '^emulator/' },
    { path: ships },
  ),
]

const phone = [
  wall(
    'components-only-show',
    'A component shows what it is given and says what was tapped. Stores and calls belong ' +
      'into pages.',
    { path: '^src/components/' },
    { path: '^src/(stores/|pages/|platform/(call|send)\\b)' },
  ),
  wall(
    'stores-know-no-pages',
    'A store must work without anything on the screen: pages read stores, not the other way round.',
    { path: '^src/(stores|platform|text)/' },
    { path: '^src/(pages|components)/' },
  ),
  wall(
    'main-package-knows-no-subpackage',
    'WeChat loads the main package alone: what it imports from a subpackage is not there, or ' +
      'lands in main. Share it through components, stores or platform.',
    { path: '^src/', pathNot: `^src/pages/(${subpackages})/` },
    { path: `^src/pages/(${subpackages})/` },
  ),
  wall(
    'subpackages-know-not-each-other',
    'WeChat loads subpackages one by one. What two of them need belongs into components, ' +
      'stores or platform.',
    { path: `^src/pages/(${subpackages})/` },
    { path: `^src/pages/(${subpackages})/`, pathNot: '^src/pages/$1/' },
  ),
]

const everywhere = [
  wall(
    'no-circles',
    'Files that need each other at run time are one file, or hide a third one that both ' +
      'should import.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  wall(
    'everything-is-there',
    'This import leads nowhere: a misspelt path, or a package that package.json does not name.',
    {},
    { couldNotResolve: true },
  ),
  wall(
    'what-ships-needs-no-workshop',
    'A devDependency is not there at run time. Move it to dependencies, or do without it in ' +
      'src and cloudfunctions.',
    { path: ships },
    { dependencyTypes: ['npm-dev'], ...atRunTime },
  ),
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...domain, ...cloud, ...emulator, ...phone, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types are looked at too, and told from what runs.
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      // A file for one platform is imported without its suffix, as the builds do it.
      extensions: [
        ...['.ts', '.tsx', '.weapp.ts', '.weapp.tsx', '.h5.ts', '.h5.tsx'],
        ...['.d.ts', '.mjs', '.cjs', '.js', '.json'],
      ],
    },
  },
}
