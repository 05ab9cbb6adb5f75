// One project a folder of test/. What is tested is what was built (dist/); only rules and the local
// cloud's inner parts are loaded from their sources.
const swc = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
    module: { type: 'commonjs' },
  },
]
const common = {
  transform: { '^.+\\.[jt]sx?$': swc },
  moduleNameMapper: {
    '^@domain/(.*)$': '<rootDir>/src/domain/$1',
    '^@server/(.*)$': '<rootDir>/cloudfunctions/server/$1',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
}
const project = (name, testEnvironment = 'node') => ({
  ...common,
  displayName: name,
  testEnvironment,
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
})
module.exports = {
  projects: [
    project('tidy'),
    project('domain'),
    project('emulator'),
    project('cloud'),
    project('weapp', '<rootDir>/test/weapp/environment.cjs'),
    project('h5'),
    project('stories'),
    project('simulate'),
  ],
}
