import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { usePullToRefresh } from '@/platform/refresh'
import { useVisible } from '@/platform/visible'
import { useCartBadge } from '@/stores/cartBadge'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { membersText } from '@/text/members'
import { sharedText } from '@/text/shared'
import { StoreList } from '../../catalog/StoreList'
import { GuideEntry } from './GuideEntry'
import { Help } from './Help'
import { MemberCard } from './MemberCard'
import { MoreEntries } from './MoreEntries'
import { OrderEntries } from './OrderEntries'
import { Rows } from './Rows'
import { StaffEntry } from './StaffEntry'
import styles from './index.module.scss'

/** What belongs to the shopper: their card, their orders, and the ways to everything else. */
export default observer(function MePage() {
  const { members } = useStores()
  const visible = useVisible()
  const center = members.center.value
  useCartBadge()
  useEffect(() => {
    if (!visible) return
    // What was seen is brought up to date quietly: one comes back here from every page below.
    void (members.center.value ? members.refresh() : members.load())
  }, [visible, members])
  usePullToRefresh(() => members.load())
  return (
    <View className={styles.page}>
      <CardOrWhyNot />
      <OrderEntries counts={center?.orders ?? {}} />
      <MoreEntries />
      <View>
        {/* Whether one works here is asked when the card is there, not beside it. */}
        {center && <StaffEntry />}
        {center?.isGuide && <GuideEntry />}
      </View>
      <Rows />
      <View>
        {center?.store && (
          <Card title={membersText.storeTitle}>
            <StoreList stores={[center.store]} />
          </Card>
        )}
      </View>
      <Card title={membersText.helpTitle}>
        <Help items={membersText.help} />
      </Card>
      <Card title={membersText.aboutTitle}>
        <View className={styles.about}>{membersText.about}</View>
      </Card>
    </View>
  )
})

/** The card, its shape, or why it is not there: the rest of the page goes without it. */
const CardOrWhyNot = observer(function CardOrWhyNot() {
  const { members } = useStores()
  const { center } = members
  const retry = () => void members.load()
  if (center.value) {
    return (
      <View>
        <Stale loaded={center} onRetry={retry} />
        <MemberCard center={center.value} />
      </View>
    )
  }
  if (center.state !== 'failed') return <Skeleton kind="member" />
  return (
    <Card>
      <View className={styles.trouble}>
        <View className={styles.why}>{explain(center.failure)}</View>
        <View className={styles.side}>
          <Button kind="plain" id="retry" onTap={retry}>
            {sharedText.again}
          </Button>
        </View>
      </View>
    </Card>
  )
})
