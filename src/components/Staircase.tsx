import { Text, View } from '@tarojs/components'
import { ladderPrice, stepsReached, type Ladder } from '@domain/groupbuy/ladder'
import { yuan } from '@domain/money'
import { classes } from './classes'
import styles from './Staircase.module.scss'

/** What the staircase draws. */
export interface StaircaseProps {
  readonly ladder: Ladder
  readonly people: number
  readonly size: 'hero' | 'full'
  /** The close has counted: the marker stands still and the last step is what everyone pays. */
  readonly settled?: boolean
}

/** A tread of the staircase; the first one is the base price. */
interface Tread {
  readonly people: number
  readonly priceFen: Ladder['basePriceFen']
}

/** The lowest tread still has room for its price; the highest leaves room for the marker. */
const LOWEST = 30
const HIGHEST = 80

const treadsOf = (ladder: Ladder): readonly Tread[] => [
  { people: 0, priceFen: ladder.basePriceFen },
  ...ladder.steps,
]

/** How high a tread lies, in percent: evenly spaced, because the walk is what counts. */
const heightOf = (index: number, count: number): number =>
  HIGHEST - ((HIGHEST - LOWEST) * index) / Math.max(1, count - 1)

/** How far along its tread the crowd has come; on the last tread it stands in the middle. */
function alongTread(treads: readonly Tread[], at: number, people: number): number {
  const from = treads[at]
  const to = treads[at + 1]
  if (!from || !to) return 0.5
  return (people - from.people) / (to.people - from.people)
}

/** What a screen reader says instead of the drawing. */
function spoken({ ladder, people, settled }: StaircaseProps): string {
  const steps = ladder.steps.map((step) => `满 ${step.people} 人 ${yuan(step.priceFen)} 元`)
  const now = `${settled ? '最终' : '现在'} ${people} 人，${yuan(ladderPrice(ladder, people))} 元`
  return [now, `起步价 ${yuan(ladder.basePriceFen)} 元`, ...steps].join('；')
}

/** The ladder as a staircase that walks down in price as neighbours arrive. */
export function Staircase(props: StaircaseProps) {
  const { ladder, people, size, settled = false } = props
  const treads = treadsOf(ladder)
  const at = stepsReached(ladder, people)
  const unformed = settled && at === 0 && ladder.belowFirstStep === 'refund-all'
  const along = settled ? 0.5 : alongTread(treads, at, people)
  // The first to come stands on the stairs, not beside them.
  const left = Math.max(2, ((at + along) / treads.length) * 100)
  const tone = unformed ? styles.unformed : settled ? styles.settled : styles.running
  return (
    <View
      className={classes(styles.staircase, styles[size], tone, treads.length > 5 && styles.dense)}
      ariaRole="img"
      ariaLabel={spoken(props)}
    >
      <View className={styles.stairs}>
        {treads.map((tread, index) => (
          <TreadBlock
            key={tread.people}
            tread={tread}
            height={heightOf(index, treads.length)}
            place={index < at ? 'passed' : index === at ? 'here' : 'ahead'}
            walked={index < at ? 1 : index === at ? along : 0}
          />
        ))}
        <View
          className={styles.marker}
          style={{ left: percent(left), bottom: percent(heightOf(at, treads.length)) }}
        >
          {/* The bubble leans so that it never leaves the drawing; its tip stays on the spot. */}
          <View className={styles.bubble} style={{ transform: `translateX(${percent(-left)})` }}>
            {`${people} 人`}
          </View>
          <View className={styles.tip} />
        </View>
      </View>
      <View className={styles.feet}>
        {treads.map((tread, index) => (
          <View key={tread.people} className={classes(styles.foot, index === at && styles.at)}>
            {index === 0 ? '起步' : `${tread.people} 人`}
          </View>
        ))}
      </View>
    </View>
  )
}

const percent = (value: number): string => `${Math.round(value * 10) / 10}%`

interface TreadBlockProps {
  readonly tread: Tread
  readonly height: number
  readonly place: 'passed' | 'here' | 'ahead'
  /** How much of its edge is walked, from 0 to 1. */
  readonly walked: number
}

function TreadBlock({ tread, height, place, walked }: TreadBlockProps) {
  return (
    <View className={classes(styles.tread, styles[place])} style={{ height: percent(height) }}>
      <View className={styles.edge}>
        <View className={styles.walked} style={{ width: percent(walked * 100) }} />
      </View>
      <View className={styles.price}>
        <Text className={styles.sign}>¥</Text>
        {yuan(tread.priceFen)}
      </View>
    </View>
  )
}
