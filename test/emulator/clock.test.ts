import { Agenda, type Appointments, type Tick } from '../../emulator/agenda'
import { Clock, readClock } from '../../emulator/clock'
import { LocalCloud, sdk, until } from './local-cloud'

interface Moved {
  readonly now: number
  readonly frozen: boolean
  readonly ticks: Tick[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Ten in the morning in Shanghai. */
const TEN = Date.parse('2027-03-01T10:00:00+08:00')

const ticking = (name: string, cron: string) => ({
  code: `${sdk}exports.main = async (event) => {
    const { SOURCE, OPENID } = cloud.getWXContext()
    const data = { ...event, name: '${name}', now: Date.now(), SOURCE, OPENID }
    await db.collection('things').add({ data })
    if (event.TriggerName === 'fails') throw new Error('tick went wrong')
  }`,
  config: { clients: false, triggers: [{ name, type: 'timer', config: cron }] },
})

const functions = {
  minute: ticking('minute', '0 * * * * * *'),
  daily: ticking('daily', '0 30 10 * * * *'),
  dates: {
    code: `class Own extends Date {}
    exports.main = () => {
      const date = new Date()
      return {
        now: Date.now(), date: date.getTime(), text: Date(), own: new Own().getTime(),
        given: new Date(5).getTime(), parts: new Date(2020, 0, 1).getTime(),
        utc: Date.UTC(2020, 0, 1), parse: Date.parse('2020-01-01'), isDate: date instanceof Date,
        isOwn: new Own() instanceof Own,
        same: date.constructor === Date, real: performance.timeOrigin + performance.now(),
      }
    }`,
  },
}

const move = (shop: LocalCloud, wish: object) => shop.post<Moved>('/_emulator/clock', wish)
const things = (shop: LocalCloud, where: object) =>
  shop.get<{ now: number; Time: string; SOURCE: string; OPENID?: string }[]>(
    `/_emulator/collections/things?sort={"now":1}&where=${JSON.stringify(where)}`,
  )

describe('a clock', () => {
  let machine = 1000
  const clock = () => new Clock(undefined, () => machine)

  test('runs with the machine, stands when frozen, and runs on from where it was set', () => {
    const tested = clock()
    machine = 2000
    expect(tested.now()).toBe(2000)
    tested.freezeAt(5000)
    machine = 3000
    expect([tested.now(), tested.isFrozen]).toEqual([5000, true])
    tested.runFrom(7000)
    machine = 3500
    expect([tested.now(), tested.isFrozen]).toEqual([7500, false])
  })

  test('is read alike from its shared cell, and keeps its state over a restart', () => {
    const tested = clock()
    tested.runFrom(machine - 9000)
    expect(readClock(tested.cell, () => machine)).toBe(tested.now())
    machine += 60
    expect(new Clock(tested.state, () => machine).now()).toBe(tested.now())
  })
})

describe('an agenda', () => {
  /** Acts again and again, and notes when and what the clock said. */
  class Steps implements Appointments {
    private at: number
    constructor(
      private readonly name: string,
      private readonly times: { readonly first: number; readonly step: number },
      private readonly clock: Clock,
      private readonly diary: string[],
    ) {
      this.at = times.first
    }
    next() {
      return this.at
    }
    act(instant: number): Promise<Tick[]> {
      this.diary.push(`${this.name} ${instant} ${this.clock.now()}`)
      this.at = instant + this.times.step
      return Promise.resolve([])
    }
  }

  test('keeps appointments of a move in order, each with the clock at its instant', async () => {
    const clock = new Clock()
    clock.freezeAt(0)
    const agenda = new Agenda(clock, () => Promise.resolve())
    const diary: string[] = []
    agenda.add(new Steps('a', { first: 10, step: 20 }, clock, diary))
    agenda.add(new Steps('b', { first: 15, step: 15 }, clock, diary))
    await agenda.alone(() => agenda.move({ to: 45, most: Infinity }))
    expect(diary).toEqual(['a 10 10', 'b 15 15', 'a 30 30', 'b 30 30', 'b 45 45'])
    expect(clock.now()).toBe(45)
  })

  test('moves come one after another', async () => {
    const clock = new Clock()
    clock.freezeAt(0)
    const agenda = new Agenda(clock, () => Promise.resolve())
    const forward = (by: number) =>
      agenda.alone(() => agenda.move({ to: clock.now() + by, most: Infinity }))
    await Promise.all([forward(10), forward(20), forward(30)])
    expect(clock.now()).toBe(60)
  })
})

describe('the clock of a cloud', () => {
  const shop = new LocalCloud(functions)
  beforeAll(async () => {
    await shop.start()
    await move(shop, { set: TEN, freeze: true })
  })
  afterAll(() => shop.close())

  test('is what Date says inside a function, in every way of asking', async () => {
    const dates = await shop.result<Record<string, unknown>>('dates')
    expect(dates).toMatchObject({
      ...{ now: TEN, date: TEN, own: TEN, given: 5, isDate: true, isOwn: true, same: true },
      ...{ parts: Date.UTC(2020, 0, 1), utc: Date.UTC(2020, 0, 1), parse: Date.UTC(2020, 0, 1) },
    })
    expect(dates['text']).toMatch(/^Mon Mar 01 2027 02:00:00 GMT\+0000/)
    expect(Math.abs(Number(dates['real']) - Date.now())).toBeLessThan(60_000)
  })

  test('moves forward, runs the ticks on the way and says which', async () => {
    const { now, ticks } = await move(shop, { advance: 3 * MINUTE })
    expect(now).toBe(TEN + 3 * MINUTE)
    expect(ticks.map(({ trigger, at, ok }) => [trigger, at, ok])).toEqual(
      [1, 2, 3].map((n) => ['minute', TEN + n * MINUTE, true]),
    )
    const ran = await things(shop, { name: 'minute', now: { $gt: TEN } })
    expect(ran.map((tick) => tick.now)).toEqual([1, 2, 3].map((n) => TEN + n * MINUTE))
    expect(ran[0]).toMatchObject({ Time: '2027-03-01T02:01:00Z', SOURCE: 'wx_trigger' })
    expect(ran[0]?.OPENID).toBeUndefined()
  })

  test('reads a cron in Shanghai time', async () => {
    const { ticks } = await move(shop, { set: TEN + HOUR })
    const daily = ticks.filter(({ trigger }) => trigger === 'daily')
    expect(daily.map(({ at }) => at)).toEqual([TEN + 30 * MINUTE])
  })

  test('a long move runs at most 120 ticks of a trigger, the last due one among them', async () => {
    const { now } = await shop.get<Moved>('/_emulator/clock')
    const { ticks } = await move(shop, { advance: 30 * 24 * HOUR })
    const minutes = ticks.filter(({ trigger }) => trigger === 'minute')
    expect(minutes.length).toBeLessThanOrEqual(120)
    expect(minutes.length).toBeGreaterThan(115)
    expect(minutes.at(-1)?.at).toBe(now + 30 * 24 * HOUR)
    const gaps = minutes.slice(1).map(({ at }, place) => at - (minutes[place]?.at ?? 0))
    expect(Math.max(...gaps)).toBeLessThan(7 * HOUR)
    expect(ticks.filter(({ trigger }) => trigger === 'daily')).toHaveLength(30)
    expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).sort((a, b) => a - b))
  })

  test('runs fewer ticks on the way when asked to', async () => {
    const { ticks } = await move(shop, { advance: 3 * HOUR, ticks: 4 })
    expect(ticks.filter(({ trigger }) => trigger === 'minute')).toHaveLength(4)
  })

  test('runs every tick when asked to', async () => {
    const { ticks } = await move(shop, { advance: 3 * HOUR, every: true })
    expect(ticks.filter(({ trigger }) => trigger === 'minute')).toHaveLength(180)
  })

  test.each([
    [{ advance: HOUR, ticks: 1 }, 'clock_invalid'],
    [{ set: 5 }, 'clock_backwards'],
    [{ advance: -1 }, 'clock_backwards'],
    [{}, 'clock_invalid'],
    [{ advance: 'a day' }, 'clock_invalid'],
    [{ advance: 1, set: 2 }, 'clock_invalid'],
    [{ freeze: 'yes' }, 'clock_invalid'],
    [{ set: 1e300 }, 'clock_invalid'],
  ])('refuses %j', async (wish, code) => {
    const answer = await shop.ask('POST', '/_emulator/clock', wish)
    expect(answer).toMatchObject({ status: 400, body: { error: { code } } })
  })

  test('runs in real time unless frozen, with ticks of its own accord', async () => {
    const { now } = await shop.get<Moved>('/_emulator/clock')
    const minute = Math.ceil((now + 1) / MINUTE) * MINUTE
    await move(shop, { set: minute - 300, freeze: false })
    await until(
      () => things(shop, { name: 'minute', now: { $gte: minute } }),
      (ticks) => ticks.length === 1,
    )
    await move(shop, { freeze: true })
  })

  test('stays where it was moved to over a restart and over a power cut', async () => {
    const { now } = await shop.get<Moved>('/_emulator/clock')
    await shop.stop()
    await shop.start()
    expect(await shop.get('/_emulator/clock')).toEqual({ now, frozen: true })
    const moved = await move(shop, { advance: HOUR })
    await shop.stop('SIGKILL')
    await shop.start()
    expect(await shop.get('/_emulator/clock')).toEqual({ now: moved.now, frozen: true })
  })
})

test('a trigger that is still busy is not started a second time', async () => {
  const busy = new LocalCloud(
    {
      timer: {
        code: `${sdk}let running = 0
      exports.main = async () => {
        running++
        await new Promise((resolve) => setTimeout(resolve, 2500))
        await db.collection('things').add({ data: { running } })
        running--
      }`,
        config: { triggers: [{ name: 'second', type: 'timer', config: '* * * * * * *' }] },
      },
    },
    ['--workers', '4'],
  )
  try {
    await busy.start()
    const ran = await until(
      () => busy.get<{ running: number }[]>('/_emulator/collections/things'),
      (all) => all.length >= 2,
    )
    expect(ran.map(({ running }) => running)).toEqual(ran.map(() => 1))
  } finally {
    await busy.close()
  }
})
