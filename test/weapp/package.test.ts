import { styleProblem } from '../../emulator/phone/compiler'
import { inspect, packageSizes, pictureSizes, templateProblem } from './checks'
import { builtWeapp, closePhones, openPhone } from './phone'

const kilobyte = 1024

afterEach(closePhones)

test('the main package is smaller than 700 KB', () => {
  expect(packageSizes(builtWeapp).main).toBeLessThan(700 * kilobyte)
})

test('every subpackage is smaller than 300 KB', () => {
  const { subpackages } = packageSizes(builtWeapp)
  const large = Object.entries(subpackages).filter(([, size]) => size >= 300 * kilobyte)
  expect(large).toEqual([])
})

test('no picture is larger than 200 KB', () => {
  const large = Object.entries(pictureSizes(builtWeapp)).filter(([, size]) => size > 200 * kilobyte)
  expect(large).toEqual([])
})

test('WeChat’s compiler accepts every template', () => {
  expect(templateProblem(builtWeapp)).toBeUndefined()
})

test('WeChat’s compiler accepts every style sheet', () => {
  expect(styleProblem(builtWeapp)).toBeUndefined()
})

test('WeChat’s uploader compiles every page, and its code-quality check finds nothing', () => {
  const { pages, uploadBytes, quality } = inspect(builtWeapp)
  expect(pages).toBeGreaterThan(50)
  expect(uploadBytes).toBeGreaterThan(0)
  expect(quality.filter((rule) => !rule.success)).toEqual([])
}, 120_000)

test('the mini-program opens on a phone that has no browser globals, even without a network', async () => {
  const phone = await openPhone()
  expect(phone.pages()).toHaveLength(1)
  expect(phone.errors).toEqual([])
})
