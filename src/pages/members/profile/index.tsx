import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Card } from '@/components/Card'
import { Missing } from '@/components/Missing'
import { PrivacySheet } from '@/components/PrivacySheet'
import { hasAgreed } from '@/platform/privacy'
import { useStores } from '@/stores/root'
import { profileText } from '@/text/profile'
import { AvatarField } from './AvatarField'
import { BirthdayField } from './BirthdayField'
import { NicknameField } from './NicknameField'
import { PhoneField } from './PhoneField'
import styles from './index.module.scss'

/** What the member says of themselves: all of it on wish, none of it needed to buy. */
export default observer(function ProfilePage() {
  const { members } = useStores()
  const { center } = members
  const privacy = usePrivacy()
  useEffect(() => {
    if (!members.center.value) void members.load()
  }, [members])
  if (!center.value) {
    return <Missing loaded={center} shape="profile" onRetry={() => void members.load()} />
  }
  const { profile } = center.value
  const { isAgreed, ask } = privacy
  return (
    <View className={styles.page}>
      <View className={styles.why}>{profileText.why}</View>
      <Card>
        <AvatarField avatar={profile.avatar} isAgreed={isAgreed} onAsk={ask} />
        <NicknameField nickname={profile.nickname} isAgreed={isAgreed} onAsk={ask} />
        <BirthdayField birthday={profile.birthday} />
        <PhoneField phone={profile.phone} isAgreed={isAgreed} onAsk={ask} />
      </Card>
      <PrivacySheet open={privacy.isAsking} onAgree={privacy.agree} onClose={privacy.close} />
    </View>
  )
})

/** Whether the shopper has agreed that WeChat hands something over, and asking for it. */
function usePrivacy() {
  const [isAgreed, setAgreed] = useState(false)
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    void hasAgreed().then(setAgreed)
  }, [])
  return {
    isAgreed,
    isAsking,
    ask: () => {
      setAsking(true)
    },
    close: () => {
      setAsking(false)
    },
    agree: () => {
      setAgreed(true)
      setAsking(false)
    },
  }
}
