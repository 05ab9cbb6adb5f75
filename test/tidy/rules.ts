import type { HouseRule } from './house'
import { oneDoorToThePhone } from './rules/devices'
import { promisesAreWritten } from './rules/docs'
import { namesSaySomething, noBarrels, platformPairs } from './rules/names'
import { rulesArePure } from './rules/purity'
import { fileSize, lineWidth, testDensity } from './rules/sizes'
import { everyTestRuns, noAny, noForeignPlaces, noPromises } from './rules/words'

/** The rules that are told by reading files; walls between files are dependency-cruiser's. */
export const houseRules: readonly HouseRule[] = [
  fileSize,
  lineWidth,
  testDensity,
  namesSaySomething,
  noBarrels,
  platformPairs,
  noPromises,
  everyTestRuns,
  noForeignPlaces,
  noAny,
  promisesAreWritten,
  rulesArePure,
  oneDoorToThePhone,
]
