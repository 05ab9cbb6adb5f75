import ts from 'typescript'
import { filesIn, parse, type HouseRule } from '../house'

const saysNothing = /^(utils?|helpers?|commons?|managers?|misc)$/i

/** Folders and files are called by what is inside. */
export const namesSaySomething: HouseRule = {
  name: 'no folder or file is called utils, helpers, common or manager',
  why: 'Such a name says nothing, so everything ends up there. Name it by the noun inside.',
  check: (house) =>
    house.flatMap((file) => {
      const empty = file.path
        .split('/')
        .find((part) => saysNothing.test(part.replace(/^\./, '').replace(/\..*$/, '')))
      return empty === undefined ? [] : [{ file: file.path, slip: empty }]
    }),
}

/** Who reads an import sees where a thing is made. */
export const noBarrels: HouseRule = {
  name: 'no file only hands on what others export',
  why: 'A barrel hides where things are made and makes circles. Import from the file itself.',
  check: (house) =>
    filesIn(house, [''])
      .filter((file) => {
        const { statements } = parse(file)
        return (
          statements.length > 0 &&
          statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier)
        )
      })
      .map((file) => ({ file: file.path, slip: 'only re-exports' })),
}

/** What one platform can do, the other can do in its own way. */
export const platformPairs: HouseRule = {
  name: 'a file for one platform has a twin for the other',
  why: 'Without x.h5.ts the H5 build has no x, without x.weapp.ts the mini-program has none.',
  check: (house) => {
    const there = new Set(house.map((file) => file.path))
    return house.flatMap(({ path }) => {
      const [, stem, suffix, kind] = /^(src\/.*)\.(weapp|h5)\.(tsx?)$/.exec(path) ?? []
      if (stem === undefined) return []
      const twin = `${stem}.${suffix === 'h5' ? 'weapp' : 'h5'}.${kind}`
      const shadow = `${stem}.${kind}`
      return [
        ...(there.has(twin) ? [] : [{ file: path, slip: `no ${twin}` }]),
        ...(there.has(shadow) ? [{ file: path, slip: `${shadow} beside it` }] : []),
      ]
    })
  },
}
