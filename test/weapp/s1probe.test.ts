import { openPhone, closePhones } from './phone'
afterEach(closePhones)
jest.setTimeout(120000)
test('probe', async () => {
  const phone = await openPhone({ cloud: 'http://127.0.0.1:9500', weapp: '/tmp/s1/proj/dist/weapp' })
  const page = (phone as any)
  require('fs').writeFileSync('/tmp/s1/dump.json', JSON.stringify(page.phone.meter.crossings, null, 1).slice(0, 400000))
})
