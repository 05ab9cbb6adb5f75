import { Text, View } from '@tarojs/components'
import { nextStep, stepsReached } from '@domain/groupbuy/ladder'
import { yuan } from '@domain/money'
import type { Instant } from '@domain/time'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Staircase } from '@/components/Staircase'
import { now } from '@/platform/clock'
import { closedText, groupbuyText } from '@/text/groupbuy'
import type { LadderView } from '@domain/groupbuy/contract'
import { peopleOf, type Phase } from '@domain/groupbuy/outlook'
import styles from './Progress.module.scss'

/** How far down the price has walked, what the next step needs, and how long there is. */
export interface ProgressProps {
  readonly view: LadderView
  readonly phase: Phase
  readonly onTimeOver: () => void
}

/** The staircase with the sentence above it and the time below it. */
export function Progress({ view, phase, onTimeOver }: ProgressProps) {
  const { deal } = view
  const people = peopleOf(view)
  const isCounted = deal.outcome !== null
  return (
    <Card>
      {isCounted ? <Final view={view} /> : <Next view={view} closed={phase === 'closing'} />}
      <View className={styles.stairs}>
        <Staircase ladder={deal.ladder} people={people} size="full" settled={isCounted} />
      </View>
      <Time phase={phase} startsAt={deal.startsAt} endsAt={deal.endsAt} onTimeOver={onTimeOver} />
    </Card>
  )
}

interface NextProps {
  readonly view: LadderView
  /** Nobody can come any more, so nothing is promised. */
  readonly closed: boolean
}

function Next({ view, closed }: NextProps) {
  if (closed) return <View className={styles.title}>{groupbuyText.counting}</View>
  const next = nextStep(view.deal.ladder, peopleOf(view))
  if (!next) return <View className={styles.title}>{groupbuyText.lowest}</View>
  return (
    <View className={styles.title} id="next-step">
      {groupbuyText.comeMore}
      <Text className={styles.strong}>{next.missing}</Text>
      {groupbuyText.peopleThen}
      <Text className={styles.strong}>{`¥${yuan(next.step.priceFen)}`}</Text>
    </View>
  )
}

function Final({ view }: { readonly view: LadderView }) {
  const { outcome, ladder } = view.deal
  if (!outcome) return null
  if (outcome.finalPriceFen === null) {
    return <View className={styles.title}>{groupbuyText.unformed(outcome.people)}</View>
  }
  const step = stepsReached(ladder, outcome.people)
  return (
    <View className={styles.title} id="final-price">
      {groupbuyText.reached(outcome.people, step)}
      <Text className={styles.settled}>{`¥${yuan(outcome.finalPriceFen)}`}</Text>
    </View>
  )
}

interface TimeProps {
  readonly phase: Phase
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly onTimeOver: () => void
}

function Time({ phase, startsAt, endsAt, onTimeOver }: TimeProps) {
  const waiting = phase === 'unstarted'
  const running = phase === 'open' || phase === 'soldOut'
  return (
    <View className={styles.time}>
      {waiting || running ? (
        <Countdown
          key={phase}
          until={waiting ? startsAt : endsAt}
          now={now}
          onEnd={onTimeOver}
          format={waiting ? groupbuyText.startsIn : groupbuyText.endsIn}
        />
      ) : (
        <Text>{closedText[phase]}</Text>
      )}
      <Text>
        {waiting ? groupbuyText.starts(startsAt, now()) : groupbuyText.ends(endsAt, now())}
      </Text>
    </View>
  )
}
