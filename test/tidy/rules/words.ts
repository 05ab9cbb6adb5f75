import ts from 'typescript'
import { filesIn, grep, walk, type HouseFile, type HouseRule } from '../house'

const code = /\.(ts|tsx|mjs|cjs|js|scss|css|html)$/
// These rules and their examples name what they forbid.
const butTheRules = (house: readonly HouseFile[]) =>
  house.filter((file) => !file.path.startsWith('test/tidy/'))

/** What is not done is not written down in the code. */
export const noPromises: HouseRule = {
  name: 'no TODO and no FIXME',
  why: 'Finish it, or leave it out and say so in the issue. A note in the code is read by nobody.',
  check: (house) => grep(filesIn(butTheRules(house), [''], code), /\b(TODO|FIXME|XXX)\b/),
}

/** All tests run. */
export const everyTestRuns: HouseRule = {
  name: 'no test is left out',
  why: 'A skipped test is a broken promise, and `.only` skips all the others.',
  check: (house) =>
    grep(
      filesIn(butTheRules(house), ['test/']),
      /\b(test|it|describe)(\.\w+)*\.(only|skip|todo)\b|\b(x|f)(it|test|describe)\(/,
    ),
}

/** The house stands anywhere. */
export const noForeignPlaces: HouseRule = {
  name: 'no file names a place outside the house',
  why: 'A path or a host of the machine that it was written on means nothing on another one.',
  check: (house) =>
    grep(
      butTheRules(house).filter((file) => !file.path.endsWith('.svg')),
      new RegExp(
        [
          '(?<![\\w.)}\\]])/work(?![\\w-])', // an absolute path of a workshop
          '(?<![\\w@-])(\\.\\./)*shared/', // a folder beside the house
          'registry\\.[a-z0-9-]+\\.[a-z]+|npmmirror\\.|/artifactory/|/verdaccio', // a registry
          '(?<![\\w.])/(home|Users)/[a-z]\\w*', // somebody's home
        ].join('|'),
      ),
    ),
}

/** Everything has a type. */
export const noAny: HouseRule = {
  name: 'nothing is any',
  why: '`any` switches the compiler off. What is not known is `unknown` until it was looked at.',
  check: (house) =>
    filesIn(house, [
      'src/',
      'cloudfunctions/',
      'emulator/',
      'test/',
      'scripts/',
      'config/',
    ]).flatMap((file) =>
      walk(file, (node) => (node.kind === ts.SyntaxKind.AnyKeyword ? 'any' : undefined)),
    ),
}
