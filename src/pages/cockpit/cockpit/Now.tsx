import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { DealId } from '@domain/ids'
import { comingUp, explainUntil } from '@domain/live/runOfShow'
import type { Instant } from '@domain/time'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Price } from '@/components/Price'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { showText } from '@/text/cockpit'
import { Ticking } from '../Ticking'
import type { BoardProps } from './Board'
import { soldIn, type Sold } from './goods'
import styles from './Now.module.scss'
import { useAct } from './useAct'

/** A cockpit, and opening what can be done to a product. */
export interface ShowProps extends BoardProps {
  readonly onOpen: (dealId: DealId) => void
}

/** What is explained now with its script, how much of its time is left, and what comes next. */
export function Now({ cockpit, onOpen }: ShowProps) {
  const sold = soldIn(cockpit)
  const { explaining } = cockpit.room
  const now = sold.find(({ dealId }) => dealId === explaining?.dealId)
  const next = comingUp(sold, cockpit.room)
  return (
    <Card id="now">
      <View>
        {now ? (
          <Explained product={now} cockpit={cockpit} onOpen={onOpen} />
        ) : (
          <View className={styles.nobody}>{showText.nobody}</View>
        )}
      </View>
      <Next cockpit={cockpit} next={next} />
    </Card>
  )
}

/** The product that is explained now: its figures, and its script large enough to be read out. */
function Explained({ product, cockpit, onOpen }: ShowProps & { readonly product: Sold }) {
  const { goods, name, basePriceFen, sold, held, script } = product
  const until = explainUntil(cockpit.room, cockpit.session)
  const say = (at: Instant) => (until === null ? '' : showText.timeLeft(until - at))
  return (
    <View>
      <View className={styles.head}>
        <View className={styles.label}>{showText.now}</View>
        <View className={styles.left} id="time-left">
          <Ticking say={say} />
        </View>
      </View>
      <View className={styles.head}>
        <View className={styles.name} id="explained">
          {name}
        </View>
        <View className={styles.manage}>
          <Button
            kind="quiet"
            id="manage"
            onTap={() => {
              onOpen(product.dealId)
            }}
          >
            {showText.manage}
          </Button>
        </View>
      </View>
      <View className={styles.figures}>
        <Price fen={goods.priceFen} size="title" />
        <Price fen={basePriceFen} struck />
        <View className={styles.note} id="now-figures">
          {showText.figures(goods.left, sold)}
        </View>
        <View className={styles.note}>{held > 0 ? showText.held(held) : ''}</View>
        <View className={styles.off}>{goods.isOffered ? '' : showText.isOff}</View>
      </View>
      <View className={styles.script} id="script">
        {script === '' ? showText.noScript : script}
      </View>
    </View>
  )
}

/** What comes next, with explaining and skipping it. */
const Next = observer(function Next({
  cockpit: { session },
  next,
}: BoardProps & { readonly next: readonly Sold[] }) {
  const store = useStore(CockpitStore)
  const act = useAct(session._id)
  const [first, second] = next
  if (!first) return <View className={styles.done}>{showText.allDone}</View>
  const { dealId, name } = first
  return (
    <View className={styles.next}>
      <View className={styles.label}>{showText.next}</View>
      <View className={styles.line} id="next-name">
        {name}
      </View>
      <View className={styles.later}>{second?.name ?? ''}</View>
      <View className={styles.ways}>
        <View className={styles.side}>
          <Button
            kind="quiet"
            id="skip-next"
            busy={store.isUnderWay(`skip ${dealId}`)}
            onTap={() => void act('skip', { dealId }, showText.skippedOne(name))}
          >
            {showText.skip}
          </Button>
        </View>
        <View className={styles.main}>
          <Button
            id="explain-next"
            busy={store.isUnderWay(`explain ${dealId}`)}
            onTap={() => void act('explain', { dealId }, showText.explainedOne(name))}
          >
            {showText.explainNext}
          </Button>
        </View>
      </View>
    </View>
  )
})
