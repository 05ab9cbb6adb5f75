import { filesIn, type HouseRule } from '../house'

const code = /\.(ts|tsx|mjs|cjs|js|scss|css|html)$/

/** A file that is read in one go. */
export const fileSize: HouseRule = {
  name: 'a file has at most 300 lines',
  why: 'A file is one noun that fits into a head: 40 to 150 lines. Cut it where its story turns.',
  check: (house) =>
    filesIn(house, [''], code)
      .filter((file) => file.lines.length > 300)
      .map((file) => ({ file: file.path, slip: `${file.lines.length} lines` })),
}

/** A text that stands as it is: a test's sentence, a refusal of the cloud, a picture's address. */
const isText = (line: string): boolean =>
  !/^\s*(\/\/|\/?\*)/.test(line) && /['"`<]/.test(line.slice(0, 100))

/**
 * A line that two windows side by side can show; only texts, which no one can break, may be
 * longer.
 */
export const lineWidth: HouseRule = {
  name: 'a line has at most 100 columns',
  why: 'Long lines hide their end. Prettier breaks code; break comments by hand.',
  check: (house) =>
    filesIn(house, [''], code).flatMap((file) =>
      file.lines.flatMap((line, index) =>
        line.length > 100 && !isText(line)
          ? [{ file: file.path, line: index + 1, slip: `${line.length} columns` }]
          : [],
      ),
    ),
}

/** The folders whose rules must be tested as long as they are. */
const tested = [
  { source: 'src/domain/', tests: 'test/domain/' },
  { source: 'cloudfunctions/server/', tests: 'test/cloud/' },
]

/** Rules and handlers have at least as many lines of test as of source. */
export const testDensity: HouseRule = {
  name: 'rules and handlers have as many lines of test as of source',
  why: 'What decides about money and stock is tested cell by cell. Write the missing sentences.',
  check: (house) =>
    tested.flatMap(({ source, tests }) => {
      const lines = (room: string) =>
        filesIn(house, [room]).reduce((sum, file) => sum + file.lines.length, 0)
      const [written, proved] = [lines(source), lines(tests)]
      const slip = `${written} lines of source, ${proved} lines of test in ${tests}`
      return proved < written ? [{ file: source, slip }] : []
    }),
}
