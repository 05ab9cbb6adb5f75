import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TeamProgress } from '@domain/deals/progress'
import { dealPhase } from '@domain/deals/outlook'
import { Card } from '@/components/Card'
import { Picture } from '@/components/Picture'
import { Pill } from '@/components/Pill'
import { Price } from '@/components/Price'
import { Tag } from '@/components/Tag'
import { now } from '@/platform/clock'
import { open } from '@/platform/go'
import { useEndOfPage } from '@/platform/refresh'
import { homeText } from '@/text/home'
import { teamsText } from '@/text/teams'
import styles from './TeamCards.module.scss'

/** So many at first; all of them as soon as somebody goes to the end of the page. */
const FIRST_TEAMS = 2

/** Team group-buys that one can open or join a team of, or soon can; a tap opens one. */
export function TeamCards({ teams }: { readonly teams: readonly TeamProgress[] }) {
  const [most, setMost] = useState(FIRST_TEAMS)
  useEndOfPage(() => {
    setMost(teams.length)
  })
  const shown = teams.filter((team) => dealPhase(team, now()) !== 'over').slice(0, most)
  if (shown.length === 0) return null
  return (
    <Card title={homeText.teams}>
      {shown.map((team) => (
        <TeamCard key={team.deal._id} view={team} />
      ))}
    </Card>
  )
}

function TeamCard({ view }: { readonly view: TeamProgress }) {
  const { deal, product } = view
  const phase = dealPhase(view, now())
  return (
    <View
      className={styles.team}
      id={`deal-${deal._id}`}
      onClick={() => {
        open('offer', { dealId: deal._id })
      }}
    >
      <Picture file={product.picture} tint={product.categoryId} size="medium" />
      <View className={styles.words}>
        <View className={styles.name}>{product.name}</View>
        <View className={styles.tags}>
          <Tag tone="cherry">{teamsText.size(deal.people)}</Tag>
          {deal.joiners === 'newcomer' && <Tag tone="leaf">{teamsText.newcomers}</Tag>}
        </View>
        <View className={styles.prices}>
          <Price fen={deal.priceFen} />
          <Price fen={product.skuPriceFen} size="note" struck />
        </View>
      </View>
      <Pill
        words={
          phase === 'open'
            ? homeText.join
            : phase === 'soldOut'
              ? teamsText.soldOut
              : teamsText.starts(deal.startsAt, now())
        }
      />
    </View>
  )
}
