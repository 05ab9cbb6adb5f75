import type { Report } from './kills/kill'
import { told } from './simulator'

jest.setTimeout(300_000)

/** What `npm run kills` tells of a part of what it can do: the same part each time. */
async function killed(...options: readonly string[]): Promise<Report> {
  const [report] = await told<Report>('dist/simulate/kills.js', ['--json', ...options])
  if (!report) throw new Error('Nothing was told.')
  return report
}

const faultsOf = ({ flows, streets }: Report) => [...flows, ...streets].flatMap((one) => one.faults)

test('whichever write the power goes at, the flow is gone on with, to the same sums', async () => {
  const flows = ['place', 'pay', 'settle', 'live price change']
  const report = await killed('--flows', flows.join(), '--every', '9', '--random', '0')
  expect(faultsOf(report)).toEqual([])
  expect(report.flows).toHaveLength(flows.length)
  for (const { writes, kills } of report.flows) {
    expect(writes).toBeGreaterThanOrEqual(3)
    expect(kills).toBeGreaterThan(0)
  }
})

test('a street lives through power cuts at any moment, and all that was answered is there', async () => {
  const report = await killed('--flows', 'none', '--random', '2', '--cores', '1')
  expect(faultsOf(report)).toEqual([])
  expect(report.streets.reduce((sum, street) => sum + street.compared, 0)).toBeGreaterThan(0)
})

test.each([
  ['who asks again orders again', 'place'],
  ['what was left to do is never looked at again', 'cancel'],
])('a shop that forgets is seen: %s', async (sabotage, flow) => {
  const options = ['--flows', flow, '--every', '3', '--random', '0']
  expect(faultsOf(await killed(...options, '--sabotage', sabotage))).not.toEqual([])
})
