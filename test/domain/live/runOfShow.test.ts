import type { DealId } from '@domain/ids'
import type { LiveRoom } from '@domain/live/room'
import { comingUp, explainUntil, showState } from '@domain/live/runOfShow'
import { instant } from '@domain/time'

const deal = (name: string) => name as DealId
const at = instant(1_800_000_000_000)

const room = (parts: Partial<Pick<LiveRoom, 'explaining' | 'shown'>>) => ({
  explaining: null,
  shown: {},
  ...parts,
})

const show = [
  { role: 'main' as const, dealId: deal('cherry') },
  { role: 'main' as const, dealId: deal('durian') },
  { role: 'lottery' as const, dealId: null },
  { role: 'backup' as const, dealId: deal('lemon') },
  { role: 'main' as const, dealId: deal('pear') },
]

const names = (parts: Parameters<typeof room>[0]) =>
  comingUp(show, room(parts)).map(({ dealId }) => dealId)

describe('a product of the run-of-show', () => {
  const running = room({
    explaining: { dealId: deal('cherry'), since: at },
    shown: { [deal('durian')]: 'skipped', [deal('cherry')]: 'explained' },
  })

  test.each([
    ['cherry', 'explaining'],
    ['durian', 'skipped'],
    ['pear', 'waiting'],
  ])('%s is %s', (name, state) => {
    expect(showState(deal(name), running)).toBe(state)
  })
})

describe('what comes next', () => {
  test('are the main products in their order, without prizes and backups', () => {
    expect(names({})).toEqual(['cherry', 'durian', 'pear'])
  })

  test('leaves out what is explained, was explained or was skipped', () => {
    const explaining = { dealId: deal('durian'), since: at }
    expect(names({ explaining, shown: { [deal('cherry')]: 'explained' } })).toEqual(['pear'])
    expect(names({ shown: { [deal('cherry')]: 'skipped' } })).toEqual(['durian', 'pear'])
  })
})

describe('the time of what is explained', () => {
  test('ends as many minutes after it began as each product has', () => {
    const explaining = { dealId: deal('cherry'), since: at }
    expect(explainUntil(room({ explaining }), { minutesPerProduct: 5 })).toBe(at + 300_000)
  })

  test('is none while nothing is explained', () => {
    expect(explainUntil(room({}), { minutesPerProduct: 5 })).toBeNull()
  })
})
