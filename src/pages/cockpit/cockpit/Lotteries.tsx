import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import type { LotteryView } from '@domain/lottery/contract'
import { SEAL_WAIT } from '@domain/lottery/lottery'
import { after, type Instant } from '@domain/time'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Choices } from '@/components/Choices'
import { confirm, toast } from '@/platform/notice'
import { CockpitStore } from '@/stores/CockpitStore'
import { useStore } from '@/stores/root'
import { cockpitQuestions, lotteryMinutes, lotteryText } from '@/text/cockpit'
import { explain } from '@/text/failures'
import { Ticking } from '../Ticking'
import { useReached } from '../useReached'
import type { BoardProps } from './Board'
import styles from './Coupons.module.scss'
import { liveRests } from './goods'
import { prizesOf, type Prize } from './prizes'

const minuteChoices = lotteryMinutes.map((minutes) => ({
  value: String(minutes),
  name: lotteryText.ofMinutes(minutes),
}))

/** 抽奖: the session's prizes, each with its lottery once it was opened. */
export function Lotteries({ cockpit }: BoardProps) {
  const [minutes, setMinutes] = useState(String(lotteryMinutes[0]))
  const prizes = prizesOf(cockpit)
  return (
    <Card title={lotteryText.title} id="lotteries">
      {prizes.length === 0 ? (
        <View className={styles.none}>{lotteryText.none}</View>
      ) : (
        <Choices
          id="minutes"
          title={lotteryText.minutes}
          choices={minuteChoices}
          chosen={minutes}
          onChoose={setMinutes}
        />
      )}
      {prizes.map((prize) => (
        <PrizeRow key={prize.place} cockpit={cockpit} prize={prize} minutes={Number(minutes)} />
      ))}
      <View className={styles.foot}>{prizes.length > 0 ? lotteryText.fair : ''}</View>
    </Card>
  )
}

interface PrizeRowProps extends BoardProps {
  readonly prize: Prize
  readonly minutes: number
}

/** A prize: opening its lottery, or how its lottery stands. */
const PrizeRow = observer(function PrizeRow({ cockpit, prize, minutes }: PrizeRowProps) {
  const store = useStore(CockpitStore)
  const { session, room } = cockpit
  const { place, name, winners, lottery } = prize
  const rests = liveRests(room.status)
  const open = async () => {
    if (!(await confirm(cockpitQuestions.open(name, minutes)))) return
    const refusal = await store.openLottery(session._id, { place, minutes })
    toast(refusal ? explain(refusal) : lotteryText.opened)
  }
  return (
    <View className={styles.coupon} id={`prize-${place}`}>
      <View className={styles.words}>
        <View className={styles.name}>{name}</View>
        <View className={styles.note}>{lotteryText.winners(winners)}</View>
        {lottery ? (
          <Standing lottery={lottery} />
        ) : (
          <View className={styles.note}>{rests ?? ''}</View>
        )}
      </View>
      {lottery ? (
        <Draw lottery={lottery} />
      ) : (
        <View className={styles.action}>
          <Button
            kind="plain"
            id={`open-${place}`}
            disabled={rests !== undefined}
            busy={store.isUnderWay(`openLottery ${place}`)}
            onTap={() => void open()}
          >
            {lotteryText.open}
          </Button>
        </View>
      )}
    </View>
  )
})

/** How a lottery stands. */
function Standing({ lottery }: { readonly lottery: LotteryView }) {
  const { status, closesAt, entries } = lottery
  const say = (at: Instant) => lotteryText.closes(closesAt - at)
  if (status === 'drawn') return <View className={styles.note}>{lotteryText.result(lottery)}</View>
  if (status === 'sealed') {
    return <View className={styles.note}>{lotteryText.sealed(entries ?? 0)}</View>
  }
  return (
    <View className={styles.note}>
      <Ticking say={say} />
    </View>
  )
}

/** Drawing a lottery, once nobody can enter any more. */
const Draw = observer(function Draw({ lottery }: { readonly lottery: LotteryView }) {
  const store = useStore(CockpitStore)
  const { _id: lotteryId, liveId, closesAt, status } = lottery
  const mayDraw = useReached(after(closesAt, SEAL_WAIT))
  if (status === 'drawn') return null
  const draw = async () => {
    const refusal = await store.draw(liveId, lotteryId)
    toast(refusal ? explain(refusal) : lotteryText.drawn)
  }
  return (
    <View className={styles.action}>
      <Button
        kind="plain"
        id={`draw-${lotteryId}`}
        disabled={!mayDraw}
        busy={store.isUnderWay(`draw ${lotteryId}`)}
        onTap={() => void draw()}
      >
        {lotteryText.draw}
      </Button>
      <View className={styles.note}>
        {mayDraw ? '' : lotteryText.drawFrom(after(closesAt, SEAL_WAIT))}
      </View>
    </View>
  )
})
