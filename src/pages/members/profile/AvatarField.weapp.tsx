import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Avatar } from '@/components/Avatar'
import { Button } from '@/components/Button'
import { useStores } from '@/stores/root'
import { profileText } from '@/text/profile'
import { Field, type PrivateField } from './Field'
import { say } from './say'
import styles from './Field.module.scss'

/** The portrait: chosen in WeChat's own sheet, where one may take another picture too. */
export const AvatarField = observer(function AvatarField(
  props: PrivateField & { readonly avatar: string | null },
) {
  const { avatar, isAgreed, onAsk } = props
  const { members } = useStores()
  const keep = (handed: unknown) => {
    const path: unknown = Reflect.get(Object(handed), 'avatarUrl')
    if (typeof path === 'string') say(members.changeAvatar(path))
  }
  return (
    <Field name={profileText.avatar}>
      <View className={styles.value}>
        <Avatar file={avatar} />
      </View>
      <View className={styles.side}>
        <Button
          kind="plain"
          id="avatar"
          busy={members.saving === 'avatar'}
          openType={isAgreed ? 'chooseAvatar' : undefined}
          onHanded={keep}
          onTap={isAgreed ? undefined : onAsk}
        >
          {profileText.changeAvatar}
        </Button>
      </View>
    </Field>
  )
})
