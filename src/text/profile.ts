/** The months of the year with their days; nobody is asked for the year. */
export const birthdayColumns = Array.from({ length: 12 }, (_, month) => ({
  month: `${month + 1} 月`,
  days: Array.from({ length: daysOf(month + 1) }, (_day, day) => `${day + 1} 日`),
}))

function daysOf(month: number): number {
  if (month === 2) return 29
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** MM-DD as it is said: 2 月 29 日. */
export function birthdayText(birthday: string): string {
  const [month, day] = birthday.split('-').map(Number)
  return `${month} 月 ${day} 日`
}

/** A telephone number with its middle hidden: 138****0000. */
export const hiddenPhone = (phone: string): string =>
  phone.length < 8 ? phone : `${phone.slice(0, 3)}****${phone.slice(-4)}`

/** The words of the profile. */
export const profileText = {
  why: '都可以不填，不影响下单。填了只有你和店员看得到。',
  avatar: '头像',
  changeAvatar: '换头像',
  nickname: '昵称',
  nicknameHint: '怎么称呼你',
  birthday: '生日',
  birthdayHint: '只填月和日',
  phone: '手机号',
  phoneHint: '没有留',
  tellPhone: '用微信手机号',
  forget: '删除',
  forgetPhone: {
    title: '删除手机号',
    text: '删除后店里不再保存这个号码。',
    yes: '删除',
    no: '留着',
  },
  phoneInWechat: '手机号由微信验证后提供，请在微信小程序里填写。',
  phoneRefused: '没有授权，就不留手机号',
  saved: '已保存',
} as const
