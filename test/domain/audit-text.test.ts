import { changeText, deedText } from '../../src/text/audit'

describe('an entry of the record', () => {
  test('tells to what something was done, and from what to what', () => {
    const before = { name: '丹东草莓', priceFen: 3900 }
    const after = { name: '丹东草莓', priceFen: 3500, dealId: 'live-strawberry' }
    expect(changeText({ before, after })).toBe('「丹东草莓」 价格 ¥39 → ¥35')
  })

  test('leaves out what was not told, or was nothing before', () => {
    expect(changeText({ before: {}, after: { name: '车厘子', stock: 20 } })).toBe(
      '「车厘子」 库存 20 件',
    )
    expect(changeText({ before: { name: '车厘子' }, after: {} })).toBe('')
  })

  test('is called by what staff calls it, and by its name where that is unknown', () => {
    expect(deedText({ action: 'live.price' })).toBe('改价')
    expect(deedText({ action: 'some.thing' })).toBe('some.thing')
  })
})
