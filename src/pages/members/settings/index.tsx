import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect } from 'react'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { PrivacyPoints } from '@/components/PrivacyPoints'
import { open } from '@/platform/go'
import { confirm, toast } from '@/platform/notice'
import { hasContract, openContract } from '@/platform/privacy'
import { useStores } from '@/stores/root'
import { explain } from '@/text/failures'
import { privacyText } from '@/text/privacy'
import { settingsText } from '@/text/settings'
import styles from './index.module.scss'

const ways = [
  { page: 'wallet', name: settingsText.messages },
  { page: 'profile', name: settingsText.profile },
  { page: 'accept', name: settingsText.accept },
] as const

/** Who has a place as a guide needs no other invitation. */
const ofGuides = ways.filter(({ page }) => page !== 'accept')

/** What the shop may send, what it knows of the caller and why, and having it forgotten. */
export default observer(function SettingsPage() {
  const { members } = useStores()
  const isGuide = members.center.value?.isGuide === true
  useEffect(() => {
    // Who comes here first, e.g. after a reload, is not known as a guide yet.
    if (!members.center.value) void members.load()
  }, [members])
  const clear = async () => {
    if (!(await confirm(settingsText.confirmClear))) return
    const refusal = await members.clearProfile()
    toast(refusal ? explain(refusal) : settingsText.cleared)
  }
  return (
    <View className={styles.page}>
      <Card>
        <View className={styles.ways}>
          {(isGuide ? ofGuides : ways).map(({ page, name }) => (
            <View
              key={page}
              className={styles.way}
              id={`to-${page}`}
              ariaRole="button"
              onClick={() => {
                open(page, {})
              }}
            >
              <View className={styles.name}>{name}</View>
              <View className={styles.chevron} />
            </View>
          ))}
        </View>
      </Card>
      <Card title={privacyText.title}>
        <PrivacyPoints />
        {hasContract && (
          <Button kind="plain" id="privacy-contract" onTap={openContract}>
            {privacyText.contract}
          </Button>
        )}
      </Card>
      <Card title={settingsText.stored}>
        {settingsText.storedItems.map(({ title, body }) => (
          <View key={title} className={styles.item}>
            <View className={styles.title}>{title}</View>
            <View className={styles.body}>{body}</View>
          </View>
        ))}
      </Card>
      <Card>
        <View className={styles.hint}>{settingsText.clearHint}</View>
        <Button
          kind="plain"
          id="clear-profile"
          busy={members.saving === 'nickname'}
          onTap={() => void clear()}
        >
          {settingsText.clear}
        </Button>
      </Card>
    </View>
  )
})
