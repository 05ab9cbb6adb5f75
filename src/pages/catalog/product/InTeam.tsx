import { View } from '@tarojs/components'
import type { TeamProgress } from '@domain/deals/progress'
import { teamPrice } from '@domain/teams/team'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Countdown } from '@/components/Countdown'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { catalogText } from '@/text/catalog'
import { groupbuyText } from '@/text/groupbuy'
import { PreSale } from './PreSale'
import styles from './InDeal.module.scss'

/** A team group-buy that the product is in. */
export interface InTeamProps {
  readonly view: TeamProgress
  readonly onTimeOver: () => void
}

/** The team group-buy of this product in a few lines; the button leads to its teams. */
export function InTeam({ view: { deal }, onTimeOver }: InTeamProps) {
  const isWaiting = now() < deal.startsAt
  return (
    <Card>
      <View className={styles.head}>
        <Tag tone="cherry">{catalogText.teamOf(deal.people)}</Tag>
        {deal.joiners === 'newcomer' && <Tag tone="leaf">{catalogText.newcomers}</Tag>}
        <View className={styles.time}>
          <Countdown
            key={String(isWaiting)}
            until={isWaiting ? deal.startsAt : deal.endsAt}
            now={now}
            onEnd={onTimeOver}
            format={isWaiting ? catalogText.startsIn : groupbuyText.endsIn}
          />
        </View>
      </View>
      <View className={styles.body}>
        <View className={styles.words}>
          <Price fen={teamPrice(deal, false)} size="title" />
          <View className={styles.hint}>{catalogText.teamHint}</View>
        </View>
        <View className={styles.go}>
          <Button
            kind="plain"
            id={`deal-${deal._id}`}
            onTap={() => {
              open('offer', { dealId: deal._id })
            }}
          >
            {catalogText.toTeam}
          </Button>
        </View>
      </View>
      <PreSale shipsAt={deal.shipsAt} />
    </Card>
  )
}
