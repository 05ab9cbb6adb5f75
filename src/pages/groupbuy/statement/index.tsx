import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import type { DealId } from '@domain/ids'
import { Empty } from '@/components/Empty'
import { Skeleton } from '@/components/Skeleton'
import { Stale } from '@/components/Stale'
import { Trouble } from '@/components/Trouble'
import { addressOf, open, usePageValues } from '@/platform/go'
import { useEndOfPage, usePullToRefresh } from '@/platform/refresh'
import { useStores } from '@/stores/root'
import { useSharing } from '@/stores/sharing'
import { groupbuyText } from '@/text/groupbuy'
import { Digest } from './Digest'
import { Recounting } from './Recounting'
import { Rows } from './Rows'
import { Sums } from './Sums'
import styles from './index.module.scss'

/** The public settlement statement: every order's sums, and a way to add them up oneself. */
export default observer(function StatementPage() {
  const { dealId = '' } = usePageValues()
  const { groupbuy } = useStores()
  const loaded = groupbuy.statement(dealId)
  const load = () => groupbuy.loadStatement(dealId)

  useEffect(() => {
    void groupbuy.loadStatement(dealId)
  }, [dealId, groupbuy])
  usePullToRefresh(load)
  useEndOfPage(() => void groupbuy.readMore(dealId))
  useSharing(() => ({
    title: groupbuyText.statementTitle,
    address: addressOf('statement', { dealId }),
    target: { kind: 'deal', id: dealId as DealId },
  }))

  const view = loaded.value
  if (!view) {
    if (loaded.state !== 'failed') return <Skeleton kind="statement" />
    if (loaded.failure.code !== 'statement_unready') {
      return <Trouble failure={loaded.failure} onRetry={() => void load()} />
    }
    const toDeal = () => {
      open('ladder', { dealId })
    }
    return (
      <Empty
        title={groupbuyText.statementSoon}
        hint={groupbuyText.statementSoonHint}
        action={{ text: groupbuyText.backToDeal, onTap: toDeal }}
      />
    )
  }
  return (
    <View className={styles.page}>
      <Stale loaded={loaded} onRetry={() => void load()} />
      <Sums statement={view.statement} />
      <Recounting
        statement={view.statement}
        rowsRead={view.rows.length}
        recount={groupbuy.recount(dealId)}
        onRecount={() => void groupbuy.recountRows(dealId)}
      />
      <Rows rows={view.rows} ownAlias={view.ownAlias} more={groupbuy.hasMoreRows(dealId)} />
      <Digest digest={view.statement.digest} />
    </View>
  )
})
