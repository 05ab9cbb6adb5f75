/** How visits to buy something end, once the order is placed. */
import type { Calendar, Moment } from './calendar'
import type { Dice } from './dice'
import type { Ending } from './habits'
import type { Act } from './step'

type When = Moment | undefined

/** What goes on after an order was placed. */
export interface Course {
  readonly dice: Dice
  readonly order: string
  readonly when: Moment
  readonly calendar: Calendar
}

/** What follows, and when; what would come after the plan's end is left out. */
export type Following = readonly { readonly act: Act; readonly at: When }[]

const opening = ({ order, when, calendar, dice }: Course) => ({
  act: { do: 'open the payment', order } as const,
  at: calendar.later(when, dice.whole(0, 1)),
})

const paying = (
  { order }: Course,
  at: When,
  how: { outcome?: 'success' | 'fail'; notify?: 'once' | 'twice' | 'late' | 'never' } = {},
) => ({ act: { do: 'pay', order, outcome: 'success', ...how } as const, at })

const soon = ({ calendar, dice, when }: Course, moments = 1): When =>
  calendar.later(when, dice.whole(moments, moments + 1))

/** How each ending goes on after the order was placed. */
export const endings: Readonly<Record<Ending, (course: Course) => Following>> = {
  'pays at once': (course) => [
    opening(course),
    paying(course, soon(course)),
    ...(course.dice.chance(0.5)
      ? [{ act: { do: 'check the payment', order: course.order } as const, at: soon(course) }]
      : []),
  ],
  'pays and is told late': (course) => [
    opening(course),
    paying(course, soon(course), { notify: 'late' }),
  ],
  'pays and is told twice': (course) => [
    opening(course),
    paying(course, soon(course), { notify: 'twice' }),
  ],
  'pays and is never told': (course) => [
    opening(course),
    paying(course, soon(course), { notify: 'never' }),
    { act: { do: 'look at the order', order: course.order }, at: soon(course, 3) },
  ],
  'pays late': (course) => [opening(course), paying(course, soon(course, 5))],
  'pays twice': (course) => [
    opening(course),
    paying(course, soon(course)),
    paying(course, soon(course)),
    { act: { do: 'open the payment', order: course.order }, at: soon(course) },
  ],
  'is refused by the bank, then pays': (course) => [
    opening(course),
    paying(course, soon(course), { outcome: 'fail' }),
    paying(course, soon(course, 2)),
  ],
  'never pays': (course) => [opening(course)],
  cancels: (course) => [
    opening(course),
    { act: { do: 'cancel', order: course.order }, at: soon(course) },
  ],
  'cancels while paying': (course) => {
    const at = soon(course)
    const cancelling = { act: { do: 'cancel', order: course.order } as const, at }
    const both = [
      paying(course, at, { notify: course.dice.one(['once', 'never'] as const) }),
      cancelling,
    ]
    return [opening(course), ...(course.dice.chance(0.5) ? both : both.reverse())]
  },
  'pays and asks for it back': (course) => {
    const { dice, calendar, when, order } = course
    const at = dice.chance(0.5) ? soon(course, 2) : calendar.nextWhile(when, dice.whole(1, 4), dice)
    return [
      opening(course),
      paying(course, soon(course)),
      { act: { do: 'ask for it back', order }, at },
    ]
  },
  'never opens the payment': () => [],
}
